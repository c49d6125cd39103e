import { render } from 'preact';
import { App } from './app';
import type { Runner } from './server';
import './base.css';
import './pages.css';
import { languageOf } from './text';
import { loadWords } from './words';

/** What Google puts into the page. */
declare const google: { readonly script: { readonly run: Runner } };

const place = document.getElementById('app');
if (place) {
  const first = place.dataset.page === 'data' ? 'data' : 'home';
  loadWords().then(
    (texts) => {
      const language = languageOf(navigator.language);
      render(<App runner={google.script.run} language={language} first={first} texts={texts} />, place);
    },
    () => {
      place.textContent = 'Leakproof needs a newer browser.';
    },
  );
}
