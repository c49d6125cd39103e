import { useId, useState } from 'preact/hooks';
import type { FindingView } from '../src/main';
import { type PageProps, Select } from './parts';
import { fill, placeOf, readable, type Text } from './text';

/** Step 4: what the data check found, where it stands, and what can be mended at a press. */
export function Check({ wizard, language, text, send }: PageProps) {
  const { findings } = wizard;
  const safe = findings.filter((finding) => finding.fix.kind === 'safe' && isFixable(finding)).length;
  return (
    <>
      <p class={findings.length === 0 ? 'empty' : 'strong'}>
        {findings.length === 0
          ? text.check.nothing
          : fill(text.check.found, { count: findings.length.toLocaleString(language) })}
      </p>
      <div class="row">
        {safe > 1 && (
          <button type="button" onClick={() => send({ type: 'fix', choices: null })}>
            {fill(text.check.fixAll, { count: safe })}
          </button>
        )}
      </div>
      <ul class="findings">
        {findings.map((finding) => (
          <Entry
            key={`${finding.dataset}.${finding.field}.${finding.code}`}
            finding={finding}
            text={text}
            send={send}
          />
        ))}
      </ul>
      <button type="button" class="link" onClick={() => send({ type: 'check' })}>
        {text.check.again}
      </button>
    </>
  );
}

/** Formulas are left as they are: where there is nothing else, there is nothing to fix. */
const isFixable = ({ fix, effect, count }: FindingView): boolean =>
  fix.kind !== 'manual' && (effect.formulas ?? 0) < count;

function Entry({ finding, text, send }: { finding: FindingView } & Pick<PageProps, 'text' | 'send'>) {
  const id = useId();
  const { code, dataset, field, fix, tab, ranges, sentence } = finding;
  const question = fix.kind === 'ask' ? fix.question : undefined;
  const [answer, setAnswer] = useState(question?.suggested ?? '');
  const choice = { code, dataset, ...(field !== undefined && { field }), ...(question && { answer }) };
  return (
    <li>
      <h2>{placeOf(text, dataset, field)}</h2>
      <p id={id}>{readable(sentence)}</p>
      {question && isFixable(finding) && (
        <Select
          label={text.check.answer}
          value={answer}
          options={[
            { value: '', label: text.check.choose },
            ...question.options.map((value) => ({ value, label: answerText(value, text) })),
          ]}
          onChoose={setAnswer}
        />
      )}
      <div class="row">
        <button type="button" aria-describedby={id} onClick={() => send({ type: 'show', tab, ranges })}>
          {text.check.show}
        </button>
        {isFixable(finding) && (
          <button
            type="button"
            aria-describedby={id}
            disabled={question !== undefined && answer === ''}
            onClick={() => send({ type: 'fix', choices: [choice] })}
          >
            {text.check.fix}
          </button>
        )}
      </div>
    </li>
  );
}

/** An answer in words; decimal marks have names. */
function answerText(answer: string, { answers }: Text): string {
  const name = { ',': 'comma', '.': 'point' }[answer] ?? answer;
  return (answers as Readonly<Record<string, string>>)[name] ?? answer;
}
