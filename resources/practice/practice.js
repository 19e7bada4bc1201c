// The practice page: choose who you are, read what that person sees, type and press. Asks for news
// once a second while the page is visible.

import {make, mrkdwn, showBlock} from './blocks.js';
import {makeViews} from './views.js';

const $ = id => document.getElementById(id);
const state = {me: '', at: '', shown: '', tab: 'messages'};

function complain(sentence) {
  $('problem').textContent = sentence;
  $('problem').hidden = !sentence;
}

async function ask(path, body) {
  const options = body ? {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)} : {};
  try {
    const response = await fetch('/practice/' + path, options);
    const answer = response.status === 204 ? {} : await response.json();
    complain(response.ok ? '' : answer.problem);
    return response.ok ? answer : null;
  } catch {
    complain('The practice Slack does not answer. Is it still running?');
    return null;
  }
}

const query = parameters => '?' + new URLSearchParams(parameters);

async function findPeople() {
  const answer = await ask('people' + query({q: $('search').value}));
  if (!answer) return;
  $('me').replaceChildren(...answer.items.map(p => make('option', {value: p.id}, `${p.name} · ${p.role}`)));
  if (answer.items.some(p => p.id === state.me)) $('me').value = state.me;
  else if (answer.items.length) be(answer.items[0].id);
}

async function be(id) {
  const answer = await ask('places' + query({me: id}));
  if (!answer) return;
  state.me = id;
  $('team').textContent = answer.team;
  $('who').textContent = [answer.me.role, answer.me.title, '@' + answer.me.handle, answer.me.id].filter(Boolean).join(' · ');
  $('places').replaceChildren(...answer.items.map(placeButton));
  const kept = answer.items.find(place => place.id === state.at) ?? answer.items[0];
  if (kept) open(kept);
  else complain('This person shares no channel with the workspace.');
}

function placeButton(place) {
  const mark = place.direct ? '' : place.private ? '🔒 ' : '# ';
  const button = make('button', {type: 'button', textContent: mark + place.name});
  button.dataset.id = place.id;
  button.addEventListener('click', () => open(place));
  return button;
}

// The app's conversation has two tabs; the others are messages alone.
function showTab(tab) {
  state.tab = tab;
  for (const name of ['home', 'messages']) {
    if (name === tab) $('tab-' + name).setAttribute('aria-current', 'true');
    else $('tab-' + name).removeAttribute('aria-current');
    $(name).hidden = name !== tab;
  }
  $('box').hidden = tab !== 'messages';
  location.hash = new URLSearchParams({me: state.me, at: state.at, tab});
}

function open(place) {
  $('tabs').hidden = !place.direct;
  state.at = place.id;
  state.shown = '';
  $('title').textContent = (place.direct ? '' : '#') + place.name;
  for (const button of $('places').children) {
    if (button.dataset.id === place.id) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
  if (place.direct && state.tab === 'home') views.openHome();
  showTab(place.direct ? state.tab : 'messages');
  refresh();
}

function showMessage(message) {
  const time = new Date(Number(message.ts) * 1000).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit'});
  const by = make('div', {className: 'by'}, message.author, make('small', {}, time));
  if (message.app) by.append(make('small', {className: 'tag'}, 'app'));
  if (message.edited) by.append(make('small', {}, '(edited)'));
  const item = make('li', {}, by);
  item.dataset.ts = message.ts;
  if (message.ephemeral) {
    item.classList.add('ephemeral');
    by.append(make('span', {className: 'only'}, 'Only visible to you'));
  }
  if (message.blocks?.length)
    item.append(...message.blocks.map((block, i) => showBlock(block, i, (...what) => press(message.ts, ...what))));
  else
    item.append(make('p', {}, mrkdwn(message.text ?? '')));
  return item;
}

async function refresh() {
  const {me, at} = state;
  if (!me || !at) return;
  const answer = await ask('messages' + query({me, at}));
  if (!answer || me !== state.me || at !== state.at) return;
  const shown = JSON.stringify(answer.items);
  if (shown === state.shown) return;
  state.shown = shown;
  const list = $('messages');
  list.replaceChildren(...answer.items.map(showMessage));
  if (!answer.items.length) list.append(make('li', {className: 'empty'}, 'Nothing here yet. Type /optout to begin.'));
  list.scrollTop = list.scrollHeight;
}

async function press(ts, block, element, values) {
  await ask('press', {me: state.me, at: state.at, ts, block, element, values});
  soon();
}

async function say(event) {
  event.preventDefault();
  const text = $('text').value.trim();
  if (!text || !state.at) return;
  if (await ask('say', {me: state.me, at: state.at, text})) $('text').value = '';
  soon();
}

// What an act leads to comes from the app, a moment later.
function soon() {
  for (const wait of [0, 150, 450]) setTimeout(refreshAll, wait);
}

function refreshAll() {
  refresh();
  views.refresh();
}

const views = makeViews(ask, () => state.me, soon);

let searching = 0;
$('search').addEventListener('input', () => {
  clearTimeout(searching);
  searching = setTimeout(findPeople, 200);
});
$('me').addEventListener('change', () => be($('me').value));
$('box').addEventListener('submit', say);
$('tab-messages').addEventListener('click', () => showTab('messages'));
$('tab-home').addEventListener('click', () => {
  showTab('home');
  views.openHome();
});
setInterval(() => document.hidden || refreshAll(), 1000);

const wanted = new URLSearchParams(location.hash.slice(1));
state.me = wanted.get('me') ?? '';
state.at = wanted.get('at') ?? '';
state.tab = wanted.get('tab') === 'home' ? 'home' : 'messages';
if (state.me) {
  $('search').value = state.me;
  be(state.me);
}
findPeople();
