import type { Language, ReportSettings } from '../src/data/settings';
import { Input, optionsOf, type PageProps, Select } from './parts';
import { PERIODS, type PeriodName } from './period';
import { languageNames } from './text';

const COMPARISONS = ['previous', 'year', 'none'] as const;
const LANGUAGES = ['en', 'pl', 'ru'] as const;

/** Step 5: what the report covers and how it is written. */
export function Report({ wizard, text, send }: PageProps) {
  const { report } = wizard.settings;
  const { start, end } = report.period;
  const change = (part: Partial<ReportSettings>) => send({ type: 'report', change: part });
  const setDay = (name: 'start' | 'end', value: string) => {
    const { [name]: _, ...other } = report.period;
    change({ period: value === '' ? other : { ...other, [name]: value } });
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
          value={report.compare}
          options={optionsOf(COMPARISONS, text.comparisons)}
          onChoose={(compare) => change({ compare: compare as ReportSettings['compare'] })}
        />
      )}
      <Input
        label={text.report.margin}
        type="number"
        value={String(Math.round(report.margin * 1e6) / 1e4)}
        hint={text.report.marginHint}
        onEnter={(percent) => change({ margin: percent === '' ? report.margin : Number(percent) / 100 })}
      />
      <Input
        label={text.report.currency}
        type="text"
        value={report.currency}
        hint={text.report.currencyHint}
        onEnter={(currency) => change({ currency: currency.trim() })}
      />
      <Select
        label={text.report.language}
        value={report.language}
        options={optionsOf(LANGUAGES, languageNames)}
        onChoose={(language) => change({ language: language as Language })}
      />
    </>
  );
}
