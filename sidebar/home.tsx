import { useEffect, useRef, useState } from 'preact/hooks';
import { DATASET_NAMES } from '../src/data/fields';
import type { Created } from '../src/main';
import { FromSheet, type PageProps, Select } from './parts';
import { fill, quoted, shown } from './text';

/** What was made is told in this order. */
const MADE = ['kpis', 'funnel', 'channels', 'reps', 'segments', 'months'] as const;

/** The page of a file that has reports: where the one in hand is, what it is made from, and what can be done with it. */
export function Home(props: PageProps) {
  const { wizard, language, text, send } = props;
  const { settings, opening, created, period, questions } = wizard;
  const { reportTab, reports } = opening;
  const { start, end } = settings.report.period;
  const days = start && end ? `${text.periods[period]}: ${start} – ${end}` : text.periods[period];
  return (
    <>
      {reports.length > 1 && (
        <Select
          label={text.home.report}
          value={settings.report.name}
          options={reports.map(({ name, tab }) => ({ value: name, label: shown(tab ?? name) }))}
          onChoose={(report) => send({ type: 'select', report })}
        />
      )}
      <p>{reportTab === null ? text.home.gone : fill(text.home.where, { tab: quoted(reportTab) })}</p>
      <div class="row">
        {reportTab !== null && (
          <button type="button" onClick={() => send({ type: 'show', tab: reportTab, ranges: [] })}>
            {text.home.show}
          </button>
        )}
        <button type="button" onClick={() => send({ type: 'edit' })}>
          {text.home.edit}
        </button>
        {questions.length === 0 && (
          <button type="button" onClick={() => send({ type: 'check' })}>
            {text.steps.data}
          </button>
        )}
      </div>
      <dl>
        <dt>{text.home.period}</dt>
        <dd>{days}</dd>
        {DATASET_NAMES.map((dataset) => {
          const tab = settings.datasets[dataset]?.tab;
          return (
            tab !== undefined && [
              <dt key={dataset}>{text.datasets[dataset]}</dt>,
              <dd key={`${dataset} tab`}>
                <FromSheet text={tab} />
              </dd>,
            ]
          );
        })}
      </dl>
      {created && <Made figures={created.figures} text={text} language={language} />}
      <p class="hint">{text.home.live}</p>
      <More {...props} />
    </>
  );
}

function Made({ figures, text, language }: Pick<Created, 'figures'> & Pick<PageProps, 'text' | 'language'>) {
  return (
    <section>
      <h2>{text.home.made}</h2>
      <dl>
        {MADE.map(
          (part) =>
            figures[part].length > 0 && [
              <dt key={part}>{text.made[part]}</dt>,
              <dd key={`${part} count`}>{figures[part].length.toLocaleString(language)}</dd>,
            ],
        )}
      </dl>
    </section>
  );
}

/** What is done seldom; what cannot be taken back is asked once more. */
function More({ wizard, text, send }: PageProps) {
  const { reports, reportTab } = wizard.opening;
  const [asked, setAsked] = useState<'freeze' | 'delete'>();
  const answer = useRef<HTMLButtonElement>(null);
  useEffect(() => answer.current?.focus(), [asked]);
  const names = new Set(reports.map(({ name }) => name.toLowerCase()));
  const free = (number: number): string => {
    const name = fill(text.home.newName, { number });
    return names.has(name.toLowerCase()) ? free(number + 1) : name;
  };
  const tab = quoted(reportTab ?? wizard.settings.report.name);
  return (
    <section class="more-actions">
      <h2>{text.home.more}</h2>
      <div class="row">
        <button type="button" onClick={() => send({ type: 'new', report: free(reports.length + 1) })}>
          {text.home.new}
        </button>
        {reportTab !== null && (
          <button type="button" onClick={() => setAsked('freeze')}>
            {text.home.freeze}
          </button>
        )}
        <button type="button" onClick={() => setAsked('delete')}>
          {text.home.delete}
        </button>
      </div>
      {asked && (
        <fieldset class="asked">
          <legend>{fill(asked === 'freeze' ? text.home.freezeAsk : text.home.deleteAsk, { tab })}</legend>
          <div class="row">
            <button
              type="button"
              ref={answer}
              onClick={() => {
                setAsked(undefined);
                send({ type: asked });
              }}
            >
              {text.home[asked]}
            </button>
            <button type="button" onClick={() => setAsked(undefined)}>
              {text.common.cancel}
            </button>
          </div>
        </fieldset>
      )}
    </section>
  );
}
