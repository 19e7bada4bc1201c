#include "sandbox/world/wordlists.h"

namespace refrain::sandbox::words {

// clang-format off
const std::array<CultureWords, 19> cultures{{
    {"en-US", "America/New_York America/Chicago America/Denver America/Los_Angeles", false, true,
     "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica "
     "Thomas Sarah Christopher Karen Daniel Nancy Matthew Lisa Anthony Betty Mark Sandra Steven Ashley Andrew Emily Aaliyah Tyrone",
     "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas "
     "Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young"},
    {"en-GB", "Europe/London", false, false,
     "Oliver Amelia George Isla Harry Ava Jack Emily Charlie Sophia Freddie Grace Alfie Poppy Theo Freya Siobhán Niamh Rhys Angharad",
     "Smith Jones Taylor Brown Williams Wilson Davies Evans Thomas Roberts Walker Wright O'Connor O'Brien McDonald Fraser Llewellyn "
     "Ap_Rhys Cholmondeley Featherstonehaugh"},
    {"de-DE", "Europe/Berlin Europe/Vienna Europe/Zurich", false, false,
     "Jürgen Bärbel Günther Käthe Björn Anja Matthias Jörg Lena Lukas Felix Mia Emma Paul Anke Sören Ulrike Wolfgang Heike Till "
     "Hans-Peter Anna-Lena Karl-Heinz Ruth",
     "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder "
     "Neumann Schwarz Zimmermann Braun Krüger Groß Weiß von_der_Heide Leutheusser-Schnarrenberger"},
    {"fr-FR", "Europe/Paris Africa/Dakar", false, false,
     "Léa Chloé Zoé Inès Camille Élodie François Jérôme Benoît Amélie Hélène Thérèse Gaël Anaïs Noël Maël Océane Jean-Luc "
     "Marie-Laure Yves Odile Théo Aïssatou Mamadou",
     "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefèvre Michel Garçon d'Aubigné "
     "Le_Goff de_la_Fontaine Bélanger Côté Diallo Ndiaye"},
    {"es-ES", "Europe/Madrid America/Mexico_City America/Bogota", false, false,
     "María José Ángel Lucía Íñigo Begoña Raúl Inés Óscar Nuria Jesús Concepción Andrés Ramón Belén Sofía Martín Ximena Iker Nerea",
     "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz "
     "Álvarez Núñez Ibáñez Peña Etxeberria"},
    {"pt-BR", "America/Sao_Paulo Europe/Lisbon", false, false,
     "João Antônio Conceição Luís Inês Tânia Márcia Cauã Thaís Letícia Vitória Gonçalo Simão Bárbara Ana Pedro Tiago Beatriz",
     "Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Ribeiro Araújo Gonçalves Conceição Simões Assunção "
     "da_Silva_Sauro dos_Santos"},
    {"it-IT", "Europe/Rome", false, false,
     "Niccolò Giosuè Chiara Matteo Giulia Alessandro Francesca Lorenzo Sofia Leonardo Aurora Davide Martina Simone Elena Riccardo",
     "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco D'Angelo Dell'Acqua Gallo Conti De_Luca Nicolò"},
    {"pl-PL", "Europe/Warsaw", false, false,
     "Łukasz Małgorzata Paweł Agnieszka Michał Katarzyna Grażyna Zbigniew Żaneta Świętosław Wojciech Jędrzej Błażej Bogna Elżbieta Józef",
     "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jabłoński "
     "Brzęczyszczykiewicz Źrebiec Łęcki"},
    {"tr-TR", "Europe/Istanbul", false, false,
     "Çağla İbrahim Şeyma Gülşen Ömer Işıl Uğur Ayşe Mehmet Zeynep Doğukan Tuğçe Özgür Ünal Ilgın Yiğit",
     "Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Işık Ünlü Iğdırlı"},
    {"sv-SE", "Europe/Stockholm Atlantic/Reykjavik", false, false,
     "Åsa Björn Märta Göran Örjan Linnéa Sigrún Þórdís Guðmundur Æsa Søren Bjørn Øyvind Kjell Maja Elin Ragnheiður Þór",
     "Andersson Johansson Karlsson Nilsson Åkesson Öberg Sjöström Guðjónsdóttir Þorsteinsson Ørsted Bjørnson Hansen Jónsdóttir "
     "Lindqvist Bergström Ångström"},
    {"vi-VN", "Asia/Ho_Chi_Minh", true, false,
     "Anh Bình Châu Dũng Đức Giang Hạnh Hương Khánh Lan Linh Minh Ngọc Phương Quỳnh Thảo Tuấn Vy Yến Thị_Mai",
     "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý"},
    {"ru-RU", "Europe/Moscow Asia/Almaty", false, false,
     "Анна=anna Иван=ivan Мария=maria Алексей=alexey Ольга=olga Дмитрий=dmitry Наталья=natalya Сергей=sergey Екатерина=ekaterina "
     "Артём=artyom Светлана=svetlana Юлия=yulia Фёдор=fyodor Айгерим=aigerim Нурлан=nurlan",
     "Иванов=ivanov Смирнов=smirnov Кузнецов=kuznetsov Попов=popov Васильев=vasiliev Петров=petrov Соколов=sokolov Михайлов=mikhailov "
     "Новиков=novikov Фёдоров=fyodorov Морозов=morozov Волков=volkov Щербаков=shcherbakov Ахметов=akhmetov"},
    {"uk-UA", "Europe/Kyiv", false, false,
     "Олена=olena Тарас=taras Оксана=oksana Андрій=andriy Софія=sofia Юрій=yuriy Ганна=hanna Євген=yevhen Ірина=iryna Богдан=bohdan "
     "Соломія=solomiia Їжакевич=yizhakevych",
     "Шевченко=shevchenko Коваленко=kovalenko Бондаренко=bondarenko Ткаченко=tkachenko Кравченко=kravchenko Олійник=oliinyk "
     "Мельник=melnyk Поліщук=polishchuk Ґалаґан=galagan Яценюк=yatseniuk"},
    {"el-GR", "Europe/Athens", false, false,
     "Μαρία=maria Γιώργος=giorgos Ελένη=eleni Δημήτρης=dimitris Κατερίνα=katerina Νίκος=nikos Αγγελική=angeliki Χρήστος=christos "
     "Ιωάννα=ioanna Οδυσσέας=odysseas",
     "Παπαδόπουλος=papadopoulos Βλαχόπουλος=vlachopoulos Αγγελόπουλος=angelopoulos Νικολαΐδης=nikolaidis Γεωργίου=georgiou "
     "Οικονόμου=oikonomou Δημητρίου=dimitriou Μακρής=makris Καραγιάννης=karagiannis"},
    {"ar-EG", "Africa/Cairo Asia/Dubai", false, false,
     "محمد=mohamed أحمد=ahmed فاطمة=fatima عائشة=aisha عمر=omar ليلى=layla يوسف=youssef مريم=mariam خالد=khaled نور=nour "
     "زينب=zeinab حسن=hassan عبد_الرحمن=abdelrahman سارة=sara",
     "الأحمد=alahmad المصري=elmasry حسين=hussein إبراهيم=ibrahim السيد=elsayed عبد_الله=abdallah الخطيب=alkhatib منصور=mansour "
     "النجار=alnajjar حداد=haddad صالح=saleh"},
    {"he-IL", "Asia/Jerusalem", false, false,
     "נועה=noa דוד=david יעל=yael משה=moshe תמר=tamar אורי=ori שירה=shira איתן=eitan רבקה=rivka יונתן=yonatan מאיה=maya",
     "כהן=cohen לוי=levi מזרחי=mizrahi פרץ=peretz ביטון=biton אברהם=avraham פרידמן=friedman שפירא=shapira בן_דוד=bendavid"},
    {"hi-IN", "Asia/Kolkata", false, false,
     "आरव=aarav प्रिया=priya अर्जुन=arjun दीपिका=deepika रोहन=rohan अनन्या=ananya विक्रम=vikram कविता=kavita संजय=sanjay नेहा=neha Lakshmi "
     "Karthik Meenakshi Balasubramaniam Harpreet Gurdeep",
     "शर्मा=sharma वर्मा=verma गुप्ता=gupta सिंह=singh पटेल=patel कुमार=kumar Iyer Venkataraghavan Nair Chatterjee Reddy Kaur Bhattacharya "
     "Ramanathan"},
    {"zh-CN", "Asia/Shanghai Asia/Singapore", true, false,
     "伟=wei 芳=fang 娜=na 秀英=xiuying 敏=min 静=jing 强=qiang 磊=lei 洋=yang 艳=yan 勇=yong 杰=jie 丽=li 涛=tao 明=ming 雨桐=yutong 浩然=haoran 𠮷=ji",
     "王=wang 李=li 张=zhang 刘=liu 陈=chen 杨=yang 赵=zhao 黄=huang 周=zhou 吴=wu 徐=xu 孙=sun 欧阳=ouyang 司马=sima"},
    {"ja-JP", "Asia/Tokyo Asia/Seoul", true, false,
     "陽菜=hina 蓮=ren 結衣=yui 大翔=hiroto さくら=sakura 健太=kenta 美咲=misaki 翔太=shota 直樹=naoki 恵子=keiko ゆき=yuki 민준=minjun 서연=seoyeon "
     "지우=jiwoo 하은=haeun",
     "佐藤=sato 鈴木=suzuki 高橋=takahashi 田中=tanaka 渡辺=watanabe 伊藤=ito 山本=yamamoto 中村=nakamura 小林=kobayashi 髙﨑=takasaki 김=kim "
     "이=lee 박=park 최=choi"},
}};

const std::array<ZoneWords, 34> zones{{
    {"Europe/London", "Greenwich Mean Time", 0}, {"Europe/Berlin", "Central European Time", 3600},
    {"Europe/Vienna", "Central European Time", 3600}, {"Europe/Zurich", "Central European Time", 3600},
    {"Europe/Paris", "Central European Time", 3600}, {"Africa/Dakar", "Greenwich Mean Time", 0},
    {"Europe/Madrid", "Central European Time", 3600}, {"America/Mexico_City", "Central Standard Time", -21600},
    {"America/Bogota", "Colombia Time", -18000}, {"America/New_York", "Eastern Standard Time", -18000},
    {"America/Chicago", "Central Standard Time", -21600}, {"America/Denver", "Mountain Standard Time", -25200},
    {"America/Los_Angeles", "Pacific Standard Time", -28800}, {"America/Sao_Paulo", "Brasilia Time", -10800},
    {"Europe/Warsaw", "Central European Time", 3600}, {"Europe/Istanbul", "Turkey Time", 10800},
    {"Europe/Moscow", "Moscow Time", 10800}, {"Europe/Athens", "Eastern European Time", 7200},
    {"Africa/Cairo", "Eastern European Time", 7200}, {"Asia/Dubai", "Gulf Standard Time", 14400},
    {"Asia/Jerusalem", "Israel Standard Time", 7200}, {"Asia/Kolkata", "India Standard Time", 19800},
    {"Asia/Shanghai", "China Standard Time", 28800}, {"Asia/Tokyo", "Japan Standard Time", 32400},
    {"Asia/Kathmandu", "Nepal Time", 20700},
    {"Europe/Rome", "Central European Time", 3600}, {"Europe/Lisbon", "Western European Time", 0},
    {"Europe/Stockholm", "Central European Time", 3600}, {"Atlantic/Reykjavik", "Greenwich Mean Time", 0},
    {"Asia/Ho_Chi_Minh", "Indochina Time", 25200}, {"Asia/Almaty", "East Kazakhstan Time", 18000},
    {"Europe/Kyiv", "Eastern European Time", 7200}, {"Asia/Singapore", "Singapore Standard Time", 28800},
    {"Asia/Seoul", "Korea Standard Time", 32400},
}};
// clang-format on

// Slack itself takes every one of these. Each begins with a letter, so that a sorted list does not open with them.
const char* const hostile =
    "Mallory <b>Bold</b> Tables\n"
    "Trudy <script>alert(1)</script>\n"
    "O'Neill \"Quote\" & Sons <x@y.test>\n"
    "Niaj \xE2\x80\xAEnimda rotcerid\xE2\x80\xAC\n"
    "\xE2\x80\x8B\xE2\x80\x8BZero\xE2\x80\x8BWidth\n"
    "Fox \xF0\x9F\xA6\x8A \xF0\x9F\x8F\xB3\xEF\xB8\x8F\xE2\x80\x8D\xF0\x9F\x8C\x88 "
    "\xF0\x9F\x91\xA9\xF0\x9F\x8F\xBD\xE2\x80\x8D"
    "\xF0\x9F\x92\xBB\n"
    "Z\xCC\x8D\xCC\x97\xCC\x96\xCC\xAD\xCC\x88\xCC\x82\xCC\x9E\x61\xCC\x82\xCC\x9E\xCC\xB3lgo\n"
    "Oscar =HYPERLINK(\"https://x.test\",\"Click\")\n"
    "Robert'); DROP TABLE members;--\n"
    "Leading And Trailing  \n"
    "null\n"
    "Peggy {{7*7}} ${7*7} %s %n\n"
    "Walter ../../etc/passwd\n"
    "\xD8\xA3\xD8\xAD\xD9\x85\xD8\xAF Mixed \xD7\x93\xD7\x95\xD7\x93 Order\n"
    "C:\\temp\\new\n";

const char* const titles =
    "Support engineer\nAccount executive\nSoftware engineer\nSenior software engineer\nProduct designer\nProduct "
    "manager\n"
    "Head of support\nCustomer success manager\nData analyst\nFinance controller\nPeople partner\nRecruiter\nOffice "
    "manager\n"
    "Legal counsel\nData protection officer\nSite reliability engineer\nTechnical writer\nMarketing manager\nSales "
    "engineer\n"
    "Warehouse lead\nNurse\nField technician\nIntern\nWerkstudentin\nChef de projet\nGerente de operaciones\n営業部長\n"
    "Руководитель отдела\nVP, Trust & Safety\nEverything from the loading dock to the lighthouse, and whatever else "
    "turns up on a Friday\n=1+1 Accounting\n";

const char* const bots =
    "deploybot\nStandup\nPager\nTime off\nBuild status\nSurveys\nCalendar\nExpense helper\nOn-call\nTicket "
    "bridge\nPolls\nWelcome\n";

}  // namespace refrain::sandbox::words
