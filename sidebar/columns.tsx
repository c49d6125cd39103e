import { useState } from 'preact/hooks';
import { DATASET_NAMES, type DatasetName, type FieldName, fieldNames, fieldOf } from '../src/data/fields';
import type { DatasetMapping } from '../src/data/settings';
import type { ColumnView, TabView } from '../src/main';
import { headerOf, type Option, type PageProps, Select } from './parts';
import { fill, quoted, type Text } from './text';

/** Step 2: which column holds which field. */
export function Columns(props: PageProps) {
  const { settings, opening } = props.wizard;
  const mapped = DATASET_NAMES.flatMap((dataset) => {
    const mapping = settings.datasets[dataset];
    const tab = opening.tabs.find(({ name }) => name === mapping?.tab);
    return mapping && tab ? [{ ...props, dataset, mapping, tab }] : [];
  });
  return (
    <>
      {mapped.map((one, index) => (
        <Dataset key={one.dataset} {...one} isFirst={index === 0} />
      ))}
    </>
  );
}

interface DatasetProps extends PageProps {
  readonly dataset: DatasetName;
  readonly mapping: DatasetMapping;
  readonly tab: TabView;
}

function Dataset({ isFirst, ...props }: DatasetProps & { isFirst: boolean }) {
  const { dataset, mapping, text } = props;
  const all = fieldNames(dataset);
  const isMissing = (field: FieldName): boolean => isNeeded(dataset, field) && !mapping.columns[field];
  const shown = all.filter((field) => isNeeded(dataset, field) || mapping.columns[field]);
  const unused = all.filter((field) => !shown.includes(field));
  const found = all.length - unused.length - all.filter(isMissing).length;
  // Only at first: a group must not close while somebody is choosing in it.
  const [isOpen] = useState(isFirst || all.some(isMissing));
  return (
    <details class="group" open={isOpen}>
      <summary>
        <h2>{text.datasets[dataset]}</h2>
        <span class="aside">{fill(text.columns.summary, { found, all: all.length })}</span>
        {all.some(isMissing) && <span class="warning">{text.columns.missing}</span>}
      </summary>
      {shown.map((field) => (
        <Field key={field} {...props} field={field} />
      ))}
      {unused.length > 0 && (
        <details class="more">
          <summary>
            {text.columns.unused}: {unused.length}
          </summary>
          {unused.map((field) => (
            <Field key={field} {...props} field={field} />
          ))}
        </details>
      )}
    </details>
  );
}

const isNeeded = (dataset: DatasetName, field: FieldName): boolean => fieldOf(dataset, field)?.needed === true;

function Field({ dataset, mapping, tab, field, text, send }: DatasetProps & { field: FieldName }) {
  const column = mapping.columns[field]?.column;
  const options = tab.columns.map((one) => optionOf(one, mapping, field, text));
  const cost = (text.costs as Readonly<Record<string, string>>)[`${dataset}.${field}`];
  const view = tab.columns.find((one) => one.column === column);
  const guess = tab.guesses[dataset]?.[field];
  return (
    <Select
      label={
        <>
          {text.fields[field]}
          {isNeeded(dataset, field) && <Needed text={text} />}
        </>
      }
      mark={<span class="aside">{column !== undefined && guess?.column === column && text.columns[guess.reason]}</span>}
      value={column === undefined ? '' : String(column)}
      options={[{ value: '', label: text.common.none }, ...options]}
      hint={
        view
          ? view.samples.length > 0 && fill(text.columns.samples, { samples: view.samples.map(quoted).join(' · ') })
          : cost
      }
      onChoose={(value) => send({ type: 'column', dataset, field, column: value === '' ? undefined : Number(value) })}
    />
  );
}

const Needed = ({ text }: { text: Text }) => (
  <>
    <span class="needed" aria-hidden="true">
      *
    </span>
    <span class="hidden"> ({text.common.needed})</span>
  </>
);

/** A column by its header; one that serves another field says so. */
function optionOf({ column, header }: ColumnView, { columns }: DatasetMapping, field: FieldName, text: Text): Option {
  const label = headerOf(header, column, text);
  const other = Object.keys(columns).find((name) => name !== field && columns[name]?.column === column);
  const used = other === undefined ? undefined : text.fields[other as FieldName];
  return {
    value: String(column),
    label: used === undefined ? label : fill(text.columns.usedFor, { header: label, field: used }),
  };
}
