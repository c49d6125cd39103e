import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalog } from '../src/kpi/catalog';
import { questions } from '../src/kpi/reference';
import { referencePage } from '../src/kpi/reference-page';

const page = readFileSync(resolve(__dirname, '../docs/functions.md'), 'utf8');

describe('the reference page', () => {
  test('is what "npm run docs" makes of the definitions', () => {
    expect(page).toBe(referencePage(catalog));
  });

  test.each(catalog.map(({ name }) => name))('has %s among the answers to a question', (name) => {
    expect(questions.flatMap(([, names]) => names)).toContain(name);
  });

  test('links to sections that are there', () => {
    const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title.toLowerCase());
    const links = [...page.matchAll(/\]\(#(.*?)\)/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(catalog.length);
    for (const link of links) expect(sections).toContain(link);
  });

  test.each(catalog.map((kpi) => [kpi.name, kpi] as const))(
    'gives %s a definition for each form, what counts, what blank gives and what it is not',
    (_, { forms, reference }) => {
      expect(reference.definition).toHaveLength(forms.length);
      expect(reference.isNot.length).toBeGreaterThan(0);
      for (const text of [reference.counts, reference.blank, ...reference.isNot]) expect(text).toMatch(/^[A-Z`].*\.$/);
      const hasDates = forms.some(({ parameters }) => parameters.some(({ kind }) => kind === 'dates'));
      if (hasDates) expect(reference.dates).toMatch(/^[A-Z].*\.$/);
    },
  );

  test('shows every example with both separators where there is something to separate', () => {
    for (const { name, examples } of catalog) {
      const many = examples.filter(
        ({ arguments: given }) => given.length > 1 && given.flat().some((cell) => cell !== ''),
      );
      const shown = [...page.matchAll(new RegExp(`^=${name}\\(.*$`, 'gm'))].map(([line]) => line);
      expect(shown.length).toBeGreaterThanOrEqual(2 * many.length);
    }
  });
});
