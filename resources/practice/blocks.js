// Shows Slack's messages: mrkdwn and the blocks that messages are made of. Text only ever becomes text
// nodes, so nothing that an app or a person wrote can become markup.

export function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

const unescape = text => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const pattern = /<([^<>|]+)(?:\|([^<>]*))?>|`([^`\n]+)`|\*([^*\n]+)\*|(?<![\w])_([^_\n]+)_(?![\w])|~([^~\n]+)~/g;

function link(target, label) {
  if (/^[@#!]/.test(target))
    return make('span', {}, unescape(label ? (target[0] === '#' ? '#' : '') + label : target.replace(/^!/, '@')));
  if (!/^(https?:|mailto:)/.test(target))
    return document.createTextNode(unescape(label ?? target));
  return make('a', {href: unescape(target), target: '_blank', rel: 'noopener noreferrer'}, unescape(label ?? target));
}

export function mrkdwn(text) {
  const out = document.createDocumentFragment();
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    out.append(unescape(text.slice(last, match.index)));
    const [whole, target, label, code, bold, italic, struck] = match;
    if (target !== undefined) out.append(link(target, label));
    else if (code !== undefined) out.append(make('code', {}, unescape(code)));
    else if (bold !== undefined) out.append(make('strong', {}, mrkdwn(bold)));
    else if (italic !== undefined) out.append(make('em', {}, mrkdwn(italic)));
    else out.append(make('s', {}, mrkdwn(struck)));
    last = match.index + whole.length;
  }
  out.append(unescape(text.slice(last)));
  return out;
}

function text(object) {
  if (!object) return '';
  return object.type === 'mrkdwn' ? mrkdwn(object.text ?? '') : document.createTextNode(object.text ?? '');
}

const plain = object => object?.text ?? '';

// Asks as the element's `confirm` says; a promise of yes or no.
function confirmed(element) {
  const ask = element.confirm;
  if (!ask) return Promise.resolve(true);
  return new Promise(answer => {
    const yes = make('button', {type: 'button', className: ask.style ?? 'primary'}, plain(ask.confirm) || 'Yes');
    const no = make('button', {type: 'button'}, plain(ask.deny) || 'Cancel');
    const box = make('dialog', {className: 'confirm'}, make('h2', {}, plain(ask.title)), make('p', {}, text(ask.text)),
                     make('div', {className: 'actions'}, no, yes));
    const close = said => { box.remove(); answer(said); };
    yes.addEventListener('click', () => close(true));
    no.addEventListener('click', () => close(false));
    box.addEventListener('cancel', () => close(false));
    document.body.append(box);
    box.showModal();
  });
}

// Makes `node` a control whose values a view's state is made of.
function holding(node, values, choose) {
  return Object.assign(node, {values, choose});
}

const initial = element => (element.initial_options ?? [element.initial_option]).filter(Boolean).map(o => o.value);

// Presses only after a yes; a no puts back what stood there.
async function ask(element, node, press) {
  const chosen = node.values();
  if (await confirmed(element)) {
    node.settled = chosen;
    press(chosen);
  } else {
    node.choose(node.settled ?? initial(element));
  }
}

function button(element, press) {
  const node = make('button', {type: 'button'}, plain(element.text));
  if (element.style) node.classList.add(element.style);
  if (element.accessibility_label) node.setAttribute('aria-label', element.accessibility_label);
  node.addEventListener('click', async () => {
    if (!await confirmed(element)) return;
    if (element.url) window.open(element.url, '_blank', 'noopener');
    press([]);
  });
  return node;
}

const groupsOf = element => element.option_groups ?? [{options: element.options ?? []}];

let groups = 0;

function choices(element, press) {
  const type = element.type === 'checkboxes' ? 'checkbox' : 'radio';
  const box = make('div', {className: 'choices'});
  const name = 'c' + ++groups;
  for (const option of element.options ?? []) {
    const input = make('input', {type, name, value: option.value});
    box.append(make('label', {}, input, ' ', text(option.text)));
    if (option.description) box.append(make('small', {}, text(option.description)));
  }
  const inputs = () => [...box.querySelectorAll('input')];
  holding(box, () => inputs().filter(input => input.checked).map(input => input.value),
          values => inputs().forEach(input => { input.checked = values.includes(input.value); }));
  box.choose(initial(element));
  box.addEventListener('change', () => ask(element, box, press));
  return box;
}

function select(element, press) {
  const multiple = element.type.startsWith('multi_');
  const menu = element.type === 'overflow';
  const node = make('select', {multiple});
  node.setAttribute('aria-label', menu ? 'More' : plain(element.placeholder) || 'Choose');
  if (!multiple) node.append(make('option', {value: '', disabled: true}, menu ? '⋯' : plain(element.placeholder)));
  for (const group of groupsOf(element)) {
    const parent = group.label ? node.appendChild(make('optgroup', {label: plain(group.label)})) : node;
    for (const option of group.options ?? [])
      parent.append(make('option', {value: option.value}, plain(option.text)));
  }
  const choose = values => {
    for (const option of node.options) option.selected = values.includes(option.value);
    if (!multiple && !values.length) node.selectedIndex = 0;
  };
  holding(node, () => [...node.selectedOptions].map(option => option.value).filter(Boolean), choose);
  choose(initial(element));
  node.addEventListener('change', async () => {
    if (menu) {
      const chosen = node.values();
      choose([]);  // a menu, not a choice: nothing stays chosen
      if (await confirmed(element)) press(chosen);
    } else {
      ask(element, node, press);
    }
  });
  return node;
}

function field(element, press) {
  const date = element.type === 'datepicker';
  const time = element.type === 'timepicker';
  const node = make(element.multiline ? 'textarea' : 'input',
                    {value: element.initial_value ?? element.initial_date ?? element.initial_time ?? ''});
  if (!element.multiline) node.type = date ? 'date' : time ? 'time' : 'text';
  if (element.max_length) node.maxLength = element.max_length;
  node.setAttribute('placeholder', plain(element.placeholder));
  node.setAttribute('aria-label', plain(element.placeholder) || 'Enter');
  holding(node, () => node.value ? [node.value] : [], values => { node.value = values[0] ?? ''; });
  node.addEventListener('change', () => press(node.values()));
  return node;
}

function interactive(element, press) {
  if (element.type === 'button') return button(element, press);
  if (element.type === 'checkboxes' || element.type === 'radio_buttons') return choices(element, press);
  if (/static_select$/.test(element.type) || element.type === 'overflow') return select(element, press);
  if (/^(plain_text_input|email_text_input|url_text_input|number_input|datepicker|timepicker)$/.test(element.type))
    return field(element, press);
  return make('span', {className: 'context'}, `(${element.type})`);
}

// press(block, element, values): `element` is -1 for the accessory, and for an input.
export function showBlock(block, index, press) {
  const use = (element, place) => {
    const node = interactive(element, values => press(index, place, values));
    node.dataset.block = block.block_id ?? '';
    node.dataset.action = element.action_id ?? '';
    return node;
  };
  switch (block.type) {
    case 'section': {
      const body = make('div', {});
      if (block.text) body.append(make('p', {}, text(block.text)));
      if (block.fields) body.append(make('div', {className: 'fields'}, ...block.fields.map(field => make('p', {}, text(field)))));
      const row = make('div', {className: 'section'}, body);
      if (block.accessory) row.append(use(block.accessory, -1));
      return row;
    }
    case 'header': return make('p', {className: 'head'}, text(block.text));
    case 'divider': return make('hr');
    case 'context': return make('p', {className: 'context'}, ...(block.elements ?? []).flatMap(e => [text(e), ' ']));
    case 'actions': return make('div', {className: 'actions'}, ...(block.elements ?? []).map(use));
    case 'input': {
      const silent = {...block.element, confirm: undefined};
      const node = interactive(silent, values => block.dispatch_action && press(index, -1, values));
      Object.assign(node.dataset, {block: block.block_id ?? '', action: block.element?.action_id ?? '', input: ''});
      node.setAttribute('aria-label', plain(block.label));
      const row = make('div', {className: 'input'}, make('p', {className: 'label'}, plain(block.label)), node);
      if (block.optional) row.firstChild.append(make('small', {}, ' (optional)'));
      if (block.hint) row.append(make('small', {className: 'context'}, plain(block.hint)));
      return row;
    }
    default: return make('p', {className: 'context'}, `(${block.type})`);
  }
}

// What stands chosen in all controls below `root`: {block_id: {action_id: [values]}}.
export function enteredIn(root) {
  const entered = {};
  for (const node of root.querySelectorAll('[data-block]'))
    if (node.values && node.dataset.action) (entered[node.dataset.block] ??= {})[node.dataset.action] = node.values();
  return entered;
}

// Puts what was entered into the inputs of the same block and action, as Slack does when a view is updated.
export function restore(root, entered) {
  for (const node of root.querySelectorAll('[data-input]')) {
    const values = entered[node.dataset.block]?.[node.dataset.action];
    if (values) node.choose(values);
  }
}
