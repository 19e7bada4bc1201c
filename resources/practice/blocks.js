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

function confirmed(element) {
  const ask = element.confirm;
  return !ask || window.confirm([plain(ask.title), plain(ask.text)].filter(Boolean).join('\n\n'));
}

function button(element, press) {
  const node = make('button', {type: 'button'}, plain(element.text));
  if (element.style) node.classList.add(element.style);
  node.addEventListener('click', () => {
    if (!confirmed(element)) return;
    if (element.url) window.open(element.url, '_blank', 'noopener');
    press([]);
  });
  return node;
}

const groupsOf = element => element.option_groups ?? [{options: element.options ?? []}];

function choices(element, press) {
  const type = element.type === 'checkboxes' ? 'checkbox' : 'radio';
  const box = make('div', {className: 'choices'});
  const chosen = new Set((element.initial_options ?? [element.initial_option]).filter(Boolean).map(o => o.value));
  const name = 'c' + Math.random();
  for (const option of element.options ?? []) {
    const input = make('input', {type, name, value: option.value, checked: chosen.has(option.value)});
    input.addEventListener('change', () =>
      press([...box.querySelectorAll('input:checked')].map(checked => checked.value)));
    box.append(make('label', {}, input, ' ', text(option.text)));
    if (option.description) box.append(make('small', {}, text(option.description)));
  }
  return box;
}

function select(element, press) {
  const multiple = element.type.startsWith('multi_');
  const node = make('select', {multiple});
  node.setAttribute('aria-label', plain(element.placeholder) || 'Choose');
  const chosen = new Set((element.initial_options ?? [element.initial_option]).filter(Boolean).map(o => o.value));
  if (!multiple && !chosen.size) node.append(make('option', {value: '', disabled: true, selected: true}, plain(element.placeholder)));
  for (const group of groupsOf(element)) {
    const parent = group.label ? node.appendChild(make('optgroup', {label: plain(group.label)})) : node;
    for (const option of group.options ?? [])
      parent.append(make('option', {value: option.value, selected: chosen.has(option.value)}, plain(option.text)));
  }
  node.addEventListener('change', () => press([...node.selectedOptions].map(option => option.value)));
  return node;
}

function interactive(element, press) {
  if (element.type === 'button') return button(element, press);
  if (element.type === 'checkboxes' || element.type === 'radio_buttons') return choices(element, press);
  if (/static_select$/.test(element.type) || element.type === 'overflow') return select(element, press);
  return make('span', {className: 'context'}, `(${element.type})`);
}

// press(block, element, values): `element` is -1 for the accessory.
export function showBlock(block, index, press) {
  const use = (element, place) => interactive(element, values => press(index, place, values));
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
    default: return make('p', {className: 'context'}, `(${block.type})`);
  }
}
