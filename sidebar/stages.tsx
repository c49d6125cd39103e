import { useState } from 'preact/hooks';
import { normaliseLabel } from '../src/data/cell';
import { SALE } from '../src/data/places';
import type { Settings } from '../src/data/settings';
import type { LabelField } from '../src/main';
import { Channels } from './channels';
import { funnelOf, type Part } from './funnel';
import { FromSheet, type Option, optionsOf, type PageProps, Select } from './parts';
import { StageDates } from './stage-dates';
import type { Action, LabelList } from './state';
import { fill, quoted } from './text';

const OUTCOMES = ['open', 'won', 'lost', 'ignore'] as const;
const MEANINGS = ['lead', 'mql', 'sql', 'customer', 'disqualified', 'ignore'] as const;

/** What each outcome or meaning makes of a label in the funnel. */
const KINDS: Readonly<Record<(typeof OUTCOMES)[number] | (typeof MEANINGS)[number], Part['kind']>> = {
  open: 'step',
  won: 'end',
  lost: 'gone',
  ignore: 'ignored',
  lead: 'step',
  mql: 'step',
  sql: 'step',
  customer: 'step',
  disqualified: 'gone',
};

/** Step 3: what the labels mean, in which order they come, the funnel that they make, and which labels are one channel. */
export function Stages(props: PageProps) {
  const { wizard, text, send } = props;
  const { settings, labels } = wizard;
  if (Object.keys(labels).length === 0) return <p class="empty">{text.stages.none}</p>;
  return (
    <>
      {labels['deals.stage'] && (
        <Labels
          {...props}
          list="stages"
          title={text.stages.deals}
          parts={partsOf(props, 'deals.stage', settings.stages, ({ outcome }) => outcome)}
          options={optionsOf(OUTCOMES, text.outcomes)}
          onChoose={(label, value) => send({ type: 'stage', label, outcome: value as (typeof OUTCOMES)[number] })}
        />
      )}
      {labels['leads.status'] && (
        <Labels
          {...props}
          list="statuses"
          title={text.stages.leads}
          parts={partsOf(props, 'leads.status', settings.statuses, ({ meaning }) => meaning)}
          options={optionsOf(MEANINGS, text.statuses)}
          onChoose={(label, value) => send({ type: 'status', label, meaning: value as (typeof MEANINGS)[number] })}
        />
      )}
      <Channels {...props} />
    </>
  );
}

interface MeaningPart extends Part {
  readonly meaning: keyof typeof KINDS;
  /** Is it a label that is not known, with the meaning that such a label is given? */
  readonly isGuess: boolean;
}

const GUESSES: Readonly<Record<string, string>> = { 'deals.stage': 'open', 'leads.status': 'lead' };

/** The labels of a list in their order, with their meaning and the number of records. */
function partsOf<One extends Settings[LabelList][number]>(
  { wizard }: PageProps,
  field: LabelField,
  list: readonly One[],
  meaningOf: (one: One) => keyof typeof KINDS,
): MeaningPart[] {
  const views = new Map(wizard.labels[field]?.map((view) => [normaliseLabel(view.label), view]));
  return list
    .map((one) => {
      const meaning = meaningOf(one);
      const view = views.get(normaliseLabel(one.label));
      const { count = 0, order: place = 0 } = view ?? {};
      const isSale = (meaning === 'won' || meaning === 'customer') && place <= SALE;
      const isGuess = view !== undefined && view.meaning === undefined && meaning === GUESSES[field];
      return { label: one.label, order: one.order, count, meaning, kind: KINDS[meaning], isSale, isGuess };
    })
    .sort((one, other) => one.order - other.order);
}

interface LabelsProps extends PageProps {
  readonly list: LabelList;
  readonly title: string;
  readonly parts: readonly MeaningPart[];
  readonly options: readonly Option[];
  readonly onChoose: (label: string, value: string) => void;
}

function Labels({ list, title, parts, options, onChoose, ...props }: LabelsProps) {
  const { text, language, send } = props;
  const [moved, setMoved] = useState('');
  const move = (action: Extract<Action, { type: 'move' }>, button: HTMLElement) => {
    const place = parts.findIndex(({ label }) => label === action.label) + action.by;
    if (place < 0 || place >= parts.length) return;
    send(action);
    setMoved(fill(text.stages.moved, { label: quoted(action.label), place: place + 1, count: parts.length }));
    // The row is put in its new place, which would take the focus from its button.
    requestAnimationFrame(() => button.focus());
  };
  return (
    <section>
      <h2>{title}</h2>
      {list === 'stages' && <p class="hint">{text.stages.pastSale}</p>}
      <Funnel list={list} parts={parts} text={text} language={language} />
      <ol class="labels">
        {parts.map(({ label, count, meaning, isGuess }, index) => (
          <li key={label}>
            <div class="label">
              <FromSheet text={label} />
              <span class="aside">{fill(text.stages.records, { count: count.toLocaleString(language) })}</span>
            </div>
            {isGuess && <p class="hint">{text.stages.guess}</p>}
            <div class="row">
              <Select
                label={fill(text.stages.meaning, { label: quoted(label) })}
                isLabelHidden
                value={meaning}
                options={options}
                onChoose={(value) => onChoose(label, value)}
              />
              {([-1, 1] as const).map((by) => (
                <button
                  key={by}
                  type="button"
                  class="icon"
                  aria-label={fill(by < 0 ? text.stages.up : text.stages.down, { label: quoted(label) })}
                  aria-disabled={index + by < 0 || index + by >= parts.length}
                  onClick={({ currentTarget }) => move({ type: 'move', list, label, by }, currentTarget)}
                >
                  {by < 0 ? '↑' : '↓'}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <StageDates
        {...props}
        dataset={list === 'stages' ? 'deals' : 'leads'}
        labels={parts.filter(({ kind }) => kind !== 'ignored').map(({ label }) => label)}
      />
      <p class="hidden" role="status">
        {moved}
      </p>
    </section>
  );
}

/** A funnel of more steps than these may scroll. */
const SCROLLED = 6;

function Funnel({ list, parts, text, language }: Pick<LabelsProps, 'list' | 'parts' | 'text' | 'language'>) {
  const { steps, goneAfter } = funnelOf(parts, list === 'stages' ? 'last' : 'first');
  const widest = Math.max(1, ...steps.map(({ reached }) => reached));
  const named = (kind: Part['kind']) =>
    parts
      .filter((part) => part.kind === kind)
      .map(({ label }) => quoted(label))
      .join(', ');
  const [gone, ignored] = [named('gone'), named('ignored')];
  return (
    // Where it scrolls, a keyboard has to get at it.
    <figure tabIndex={steps.length > SCROLLED ? 0 : undefined}>
      <figcaption>{text.stages.funnel}</figcaption>
      <ol class="funnel">
        {steps.map(({ label, reached }) => {
          const count = reached.toLocaleString(language);
          return (
            <li key={label} aria-label={fill(text.stages.reached, { label: quoted(label), count })}>
              <span class="bar" style={{ width: `${Math.round((reached / widest) * 100)}%` }} />
              <FromSheet text={label} />
              <span>{count}</span>
            </li>
          );
        })}
      </ol>
      {gone && goneAfter && <p class="hint">{fill(text.stages.gone, { labels: gone, step: quoted(goneAfter) })}</p>}
      {ignored && <p class="hint">{fill(text.stages.left, { labels: ignored })}</p>}
    </figure>
  );
}
