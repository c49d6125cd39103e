import { DATASET_NAMES } from '../src/data/fields';
import type { Created } from '../src/main';
import type { PageProps } from './parts';
import { fill, shown } from './text';

/** What was made is told in this order. */
const MADE = ['kpis', 'funnel', 'channels', 'reps', 'segments', 'months'] as const;

/** The page of a file that has a report: where it is, what it is made from, and what can be done with it. */
export function Home({ wizard, language, text, send }: PageProps) {
  const { settings, opening, created, period } = wizard;
  const { reportTab } = opening;
  const { start, end } = settings.report.period;
  const days = start && end ? `${text.periods[period]}: ${start} – ${end}` : text.periods[period];
  return (
    <>
      {reportTab !== null && <p>{fill(text.home.where, { tab: shown(reportTab) })}</p>}
      <div class="row">
        {reportTab !== null && (
          <button type="button" onClick={() => send({ type: 'show', tab: reportTab, ranges: [] })}>
            {text.home.show}
          </button>
        )}
        <button type="button" onClick={() => send({ type: 'edit' })}>
          {text.home.edit}
        </button>
      </div>
      <dl>
        <Fact name={text.home.period} value={days} />
        {DATASET_NAMES.flatMap((dataset) => {
          const tab = settings.datasets[dataset]?.tab;
          return tab === undefined
            ? []
            : [<Fact key={dataset} name={text.datasets[dataset]} value={fill(text.home.tab, { tab: shown(tab) })} />];
        })}
      </dl>
      {created && <Made figures={created.figures} text={text} language={language} />}
      <p class="hint">{text.home.live}</p>
    </>
  );
}

function Made({ figures, text, language }: Pick<Created, 'figures'> & Pick<PageProps, 'text' | 'language'>) {
  const made = MADE.filter((part) => figures[part].length > 0);
  return (
    <section>
      <h2>{text.home.made}</h2>
      <dl>
        {made.map((part) => (
          <Fact key={part} name={text.made[part]} value={figures[part].length.toLocaleString(language)} />
        ))}
      </dl>
    </section>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);
