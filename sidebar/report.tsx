import type { Language, ReportSettings } from '../src/data/settings';
import { BREAKDOWN_NAMES, chosenBreakdowns, isPossible, withBreakdown } from './breakdowns';
import { Kpis } from './kpi-list';
import { Input, optionsOf, type PageProps, Select, Tick } from './parts';
import { PERIODS, type PeriodName } from './period';
import { languageNames } from './text';

const COMPARISONS = ['previous', 'year', 'none'] as const;
const LANGUAGES = ['en', 'pl', 'ru'] as const;

/** The name of a report is the name of its tab, too. */
const LONGEST_NAME = 90;

/** Step 5: what the report covers and how it is written. */
export function Report(props: PageProps) {
  const { wizard, text, send } = props;
  const { report } = wizard.settings;
  const change = (part: Partial<ReportSettings>) => send({ type: 'report', change: part });
  return (
    <>
      {wizard.isNew && wizard.opening.reports.length > 0 && (
        <Input
          label={text.report.name}
          type="text"
          value={report.name}
          longest={LONGEST_NAME}
          hint={text.report.nameHint}
          onEnter={(name) => change({ name: name.trim() })}
        />
      )}
      <Period {...props} />
      <Kpis {...props} />
      <Breakdowns {...props} />
      <details class="group">
        <summary>
          <h2>{text.report.money}</h2>
          <span class="aside">{`${report.currency} ${percent(report.margin)} %`}</span>
        </summary>
        <Input
          label={text.report.currency}
          type="text"
          value={report.currency}
          longest={10}
          hint={text.report.currencyHint}
          onEnter={(currency) => change({ currency: currency.trim() })}
        />
        <Input
          label={text.report.margin}
          type="number"
          value={percent(report.margin)}
          hint={text.report.marginHint}
          onEnter={(entered) => change({ margin: entered === '' ? report.margin : Number(entered) / 100 })}
        />
        <Select
          label={text.report.language}
          value={report.language}
          options={optionsOf(LANGUAGES, languageNames)}
          onChoose={(language) => change({ language: language as Language })}
        />
      </details>
    </>
  );
}

const percent = (share: number): string => String(Math.round(share * 1e6) / 1e4);

function Period({ wizard, text, send }: PageProps) {
  const { period, compare } = wizard.settings.report;
  const { start, end } = period;
  const setDay = (name: 'start' | 'end', value: string) => {
    const { [name]: _, ...other } = period;
    send({ type: 'report', change: { period: value === '' ? other : { ...other, [name]: value } } });
  };
  return (
    <>
      <Select
        label={text.report.period}
        value={wizard.period}
        options={optionsOf(PERIODS, text.periods)}
        hint={wizard.period !== 'custom' && start && end && `${start} – ${end}`}
        onChoose={(name) => send({ type: 'period', name: name as PeriodName })}
      />
      {wizard.period === 'custom' && (
        <div class="row">
          <Input label={text.report.start} type="date" value={start ?? ''} onEnter={(day) => setDay('start', day)} />
          <Input label={text.report.end} type="date" value={end ?? ''} onEnter={(day) => setDay('end', day)} />
        </div>
      )}
      {start && end && (
        <Select
          label={text.report.compare}
          value={compare}
          options={optionsOf(COMPARISONS, text.comparisons)}
          onChoose={(value) => send({ type: 'report', change: { compare: value as ReportSettings['compare'] } })}
        />
      )}
    </>
  );
}

function Breakdowns({ wizard, text, send }: PageProps) {
  const { settings } = wizard;
  const chosen = chosenBreakdowns(settings);
  return (
    <details class="group">
      <summary>
        <h2>{text.report.breakdowns}</h2>
        <span class="aside">{chosen.length}</span>
      </summary>
      <p class="hint">{text.report.tablesHint}</p>
      {BREAKDOWN_NAMES.map((name) => (
        <Tick
          key={name}
          label={text.breakdowns[name]}
          isTicked={chosen.includes(name)}
          isDisabled={!isPossible(name, settings)}
          hint={!isPossible(name, settings) && text.report.noColumn}
          onTick={(isTicked) => send({ type: 'report', change: { breakdowns: withBreakdown(chosen, name, isTicked) } })}
        />
      ))}
    </details>
  );
}
