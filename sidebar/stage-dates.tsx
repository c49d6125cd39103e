import { normaliseLabel } from '../src/data/cell';
import type { DatasetName } from '../src/data/fields';
import { headerOf, type PageProps, Select } from './parts';
import { fill, shown } from './text';

const REACHED = 'reached:';

interface StageDatesProps extends PageProps {
  readonly dataset: DatasetName;
  /** In their order. */
  readonly labels: readonly string[];
}

/** For each stage the column that says when it was reached, if there is one. */
export function StageDates({ dataset, labels, wizard, text, send }: StageDatesProps) {
  const { settings, opening } = wizard;
  const mapping = settings.datasets[dataset];
  const tab = opening.tabs.find(({ name }) => name === mapping?.tab);
  if (!mapping || !tab) return null;
  const fields = new Map(
    Object.keys(mapping.columns)
      .filter((field) => field.startsWith(REACHED))
      .map((field) => [normaliseLabel(field.slice(REACHED.length)), field]),
  );
  const fieldOf = (label: string): string => fields.get(normaliseLabel(label)) ?? `${REACHED}${label}`;
  const columnOf = (label: string) => mapping.columns[fieldOf(label)]?.column;
  const options = tab.columns.map(({ column, header }) => ({
    value: String(column),
    label: headerOf(header, column, text),
  }));
  const count = labels.filter((label) => columnOf(label) !== undefined).length;
  return (
    <details class="more">
      <summary>{fill(text.stages.dates, { count })}</summary>
      <p class="hint">{text.stages.datesHint}</p>
      {labels.map((label) => (
        <Select
          key={label}
          label={fill(text.stages.reachedOn, { label: shown(label) })}
          value={String(columnOf(label) ?? '')}
          options={[{ value: '', label: text.common.none }, ...options]}
          onChoose={(value) =>
            send({
              type: 'column',
              dataset,
              field: fieldOf(label),
              column: value === '' ? undefined : Number(value),
            })
          }
        />
      ))}
    </details>
  );
}
