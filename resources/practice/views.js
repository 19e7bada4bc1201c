// The app's views: its Home tab, and the modal that is open for this person.

import {enteredIn, make, restore, showBlock} from './blocks.js';

const plain = object => object?.text ?? '';

function body(view, press) {
  return make('div', {className: 'blocks'}, ...view.blocks.map((block, i) => showBlock(block, i, press)));
}

// ask(path, body) speaks to the practice Slack, me() is who one is, soon() looks for what came of an act.
export function makeViews(ask, me, soon) {
  const home = document.getElementById('home');
  const dialog = document.getElementById('modal');
  const shown = {home: '', modal: '', status: ''};

  const presser = (view, root) => async (block, element, values) => {
    await ask('views/press', {me: me(), view: view.id, block, element, values, entered: enteredIn(root)});
    soon();
  };

  function showHome(view) {
    const mark = view ? view.id + view.hash : 'none';
    if (mark === shown.home) return;
    shown.home = mark;
    home.dataset.hash = view?.hash ?? '';
    if (view) home.replaceChildren(body(view, presser(view, home)));
    else home.replaceChildren(make('p', {className: 'empty'}, 'The app has not published a Home yet.'));
  }

  async function close(view, all) {
    await ask('views/close', {me: me(), view: view.id, all});
    soon();
  }

  async function submit(view) {
    await ask('views/submit', {me: me(), view: view.id, entered: enteredIn(dialog)});
    soon();
  }

  function drawModal(view) {
    const entered = enteredIn(dialog);
    const cancel = make('button', {type: 'button', id: 'modal-close'}, plain(view.close) || (view.submit ? 'Cancel' : 'Close'));
    cancel.addEventListener('click', () => close(view, false));
    const foot = make('div', {className: 'actions foot'}, cancel);
    if (view.submit) {
      const send = make('button', {type: 'button', id: 'modal-submit', className: 'primary'}, plain(view.submit));
      send.addEventListener('click', () => submit(view));
      foot.append(send);
    }
    const content = body(view, presser(view, dialog));
    dialog.replaceChildren(make('h2', {id: 'modal-title'}, plain(view.title)), content,
                           make('p', {id: 'modal-problem', hidden: true}), foot);
    dialog.querySelector('#modal-problem').setAttribute('role', 'alert');
    restore(dialog, entered);
    dialog.oncancel = event => {
      event.preventDefault();
      close(view, true);
    };
  }

  function drawStatus({errors, problem, waiting}) {
    for (const old of dialog.querySelectorAll('.error')) old.remove();
    for (const [block, sentence] of Object.entries(errors)) {
      const node = [...dialog.querySelectorAll('[data-block]')].find(one => one.dataset.block === block);
      node?.after(make('p', {className: 'error'}, sentence));
    }
    const place = dialog.querySelector('#modal-problem');
    place.textContent = problem;
    place.hidden = !problem;
    const send = dialog.querySelector('#modal-submit');
    if (send) send.disabled = waiting;
  }

  function showModal(answer) {
    const view = answer.modal;
    if (!view) {
      shown.modal = shown.status = '';
      dialog.replaceChildren();
      if (dialog.open) dialog.close();
      return;
    }
    const mark = view.id + view.hash;
    const status = mark + JSON.stringify([answer.errors, answer.problem, answer.waiting]);
    if (mark !== shown.modal) drawModal(view);
    if (status !== shown.status) drawStatus(answer);
    Object.assign(shown, {modal: mark, status});
    if (!dialog.open) dialog.showModal();
  }

  return {
    async refresh() {
      const who = me();
      const answer = who && await ask('views?' + new URLSearchParams({me: who}));
      if (!answer || who !== me()) return;
      showHome(answer.home);
      showModal(answer);
    },
    async openHome() {
      await ask('home', {me: me()});
      soon();
    },
  };
}
