import { columnLetters } from '../src/data/range';
import type { Opening } from '../src/main';
import { type Option, type PageProps, Select } from './parts';
import { fill, placeOf, readable, shown, type Text } from './text';

type Question = Opening['questions'][number];

/** What has to be decided before the page can be left: which tab or column is meant, with what comes into consideration first. */
export function Questions({ wizard, text, send }: PageProps) {
  const { page, questions } = wizard;
  const here = questions.filter(
    ({ field }) => page === 'home' || (field === undefined ? page === 'tabs' : page === 'columns'),
  );
  if (here.length === 0) return null;
  return (
    <section class="questions">
      <h2>{text.questions.title}</h2>
      {here.map((question) => {
        const { dataset, field, sentence } = question;
        const { likely, others } = optionsFor(question, wizard, text);
        const first = likely.length > 0 ? likely : others;
        return (
          <Select
            key={`${dataset}.${field}`}
            label={placeOf(text, dataset, field)}
            hint={readable(sentence)}
            value=""
            options={[{ value: '', label: text.check.choose }, ...first, { value: LEFT, label: text.questions.leave }]}
            more={{ label: text.questions.others, options: likely.length > 0 ? others : [] }}
            onChoose={(value) => {
              const chosen = value === LEFT ? undefined : value.slice(1);
              if (value === '') return;
              if (field === undefined) send({ type: 'tab', dataset, tab: chosen });
              else send({ type: 'column', dataset, field, column: chosen === undefined ? undefined : Number(chosen) });
            }}
          />
        );
      })}
    </section>
  );
}

const LEFT = '-';

/** Tabs by name or columns by number, each behind a mark, so that no name is taken for another entry. */
function optionsFor({ dataset, field, candidates }: Question, { opening, settings }: PageProps['wizard'], text: Text) {
  const { tabs } = opening;
  const columns = tabs.find(({ name }) => name === settings.datasets[dataset]?.tab)?.columns ?? [];
  const all =
    field === undefined
      ? tabs.map(({ name }): readonly [string | number, string] => [name, name])
      : columns.map(({ column, header }) => [column, headerOf(header, column, text)] as const);
  const options = (isLikely: boolean): Option[] =>
    all
      .filter(([key]) => candidates.includes(key) === isLikely)
      .map(([key, name]) => ({ value: `=${key}`, label: shown(name) }));
  return { likely: options(true), others: options(false) };
}

const headerOf = (header: string, column: number, text: Text): string => {
  const letters = columnLetters(column);
  return header.trim() === '' ? fill(text.common.columnWithoutHeader, { column: letters }) : `${letters}: ${header}`;
};
