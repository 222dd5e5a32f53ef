import { firstTabs } from './first-tabs.js';
import { keepKey, takeKey } from './key.js';
import { ask, connect } from './transport.js';

const { GraphiQL, React, ReactDOM } = window;
const field = document.getElementById('key');
const who = document.getElementById('who');
const root = ReactDOM.createRoot(document.getElementById('graphiql'));
const defaultTabs = await firstTabs();
let connection = null;

/** Calls with another key from now on: running subscriptions end, and the schema is asked for anew. */
function use(key) {
  connection?.close();
  connection = connect(key);
  // Another React key makes another GraphiQL; its tabs come back from the browser's storage.
  root.render(React.createElement(GraphiQL, { key, fetcher: connection.fetcher, defaultTabs, defaultEditorToolsVisibility: false }));
  void sayWho(key);
}

async function sayWho(key) {
  const isCurrent = () => field.value.trim() === key;
  const say = (text, isRefused) => {
    if (!isCurrent()) return;
    who.textContent = text;
    who.classList.toggle('is-refused', isRefused);
  };
  if (!key) return say('no key yet: open the link that npm start prints, or paste a key', true);
  try {
    const { data } = await ask(key, '{ viewer { name scopes } program { name } }');
    const viewer = data?.viewer;
    if (!viewer) return say('this key is not known here', true);
    say(`${data.program?.name ?? 'operator'} · ${viewer.name}`, false);
  } catch {
    say('the server does not answer', true);
  }
}

document.getElementById('key-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const key = field.value.trim();
  keepKey(key);
  use(key);
});

field.value = takeKey();
use(field.value);
// A link opened in a tab that shows this page already only changes the fragment.
addEventListener('hashchange', () => {
  field.value = takeKey();
  use(field.value);
});
