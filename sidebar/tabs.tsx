import { DATASET_NAMES, type DatasetName } from '../src/data/fields';
import { type PageProps, Select } from './parts';
import { fill, shown } from './text';

/** Step 1: which tab holds leads, deals, spend, traffic. */
export function Tabs({ wizard, text, send }: PageProps) {
  const { chosen, opening } = wizard;
  const tabs = opening.tabs.map(({ name }) => ({ value: name, label: shown(name) }));
  return (
    <>
      {DATASET_NAMES.map((dataset) => (
        <Select
          key={dataset}
          label={text.datasets[dataset]}
          mark={<span class="aside">{recognised({ wizard, text }, dataset)}</span>}
          value={chosen[dataset] ?? ''}
          options={[{ value: '', label: text.common.none }, ...tabs]}
          hint={text.about[dataset]}
          onChoose={(tab) => send({ type: 'tab', dataset, tab: tab || undefined })}
        />
      ))}
    </>
  );
}

/** How many columns of the chosen tab were recognised. */
function recognised({ wizard, text }: Pick<PageProps, 'wizard' | 'text'>, dataset: DatasetName): string | undefined {
  const tab = wizard.opening.tabs.find(({ name }) => name === wizard.chosen[dataset]);
  if (!tab) return undefined;
  if (tab.columns.length === 0) return text.tabs.noHeaders;
  const mapping = wizard.settings.datasets[dataset];
  const found = mapping?.tab === tab.name ? mapping.columns : (tab.guesses[dataset] ?? {});
  return fill(text.tabs.recognised, { count: Object.keys(found).length });
}
