import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { columnLetters } from '../src/data/range';
import type { Language } from '../src/data/settings';
import type { Action, Wizard } from './state';
import { fill, readable, shown, type Text } from './text';

/** What every page of the sidebar is given. */
export interface PageProps {
  readonly wizard: Wizard;
  readonly language: Language;
  readonly text: Text;
  readonly send: (action: Action) => void;
}

/** How much of a text can be read in full by pointing at it. */
const LONGEST_TITLE = 500;

/** Text of the sheet: never HTML, in its own direction, cut where it is too long. */
export const FromSheet = ({ text }: { readonly text: string }) => (
  <bdi class="text" title={readable(text.slice(0, LONGEST_TITLE))}>
    {shown(text)}
  </bdi>
);

/** An entry of a list to choose from. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps {
  readonly label: ComponentChildren;
  readonly value: string;
  readonly options: readonly Option[];
  /** More options under a heading of their own. */
  readonly more?: { readonly label: string; readonly options: readonly Option[] };
  /** Not shown, but read out. */
  readonly isLabelHidden?: boolean;
  /** Stands behind the label. */
  readonly mark?: ComponentChildren;
  /** Stands below. */
  readonly hint?: ComponentChildren;
  readonly onChoose: (value: string) => void;
}

const option = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

/** A list to choose one entry from, with its label above it. */
export function Select({ label, value, options, more, isLabelHidden, mark, hint, onChoose }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <div class={isLabelHidden ? 'hidden' : 'label'}>
        <label for={id}>{label}</label>
        {mark}
      </div>
      <select
        id={id}
        value={value}
        {...(hint && { 'aria-describedby': `${id}-hint` })}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {options.map(option)}
        {more && more.options.length > 0 && <optgroup label={more.label}>{more.options.map(option)}</optgroup>}
      </select>
      <Hint id={`${id}-hint`}>{hint}</Hint>
    </div>
  );
}

interface InputProps {
  readonly label: string;
  readonly type: 'text' | 'number' | 'date';
  /** Not shown, but read out. */
  readonly isLabelHidden?: boolean;
  readonly longest?: number;
  /** Stands behind the field. */
  readonly unit?: string;
  /** Stands in the field while it is empty. */
  readonly placeholder?: string;
  readonly value: string;
  readonly hint?: ComponentChildren;
  readonly onEnter: (value: string) => void;
}

/** A field to type into, with its label above it; what was typed counts when the field is left. */
export function Input({ label, type, value, isLabelHidden, longest, unit, placeholder, hint, onEnter }: InputProps) {
  const id = useId();
  return (
    <div class={unit === undefined ? 'field' : 'field united'}>
      <div class={isLabelHidden ? 'hidden' : 'label'}>
        <label for={id}>{label}</label>
      </div>
      <input
        id={id}
        // Preact's types are one for each type of input; these three take the same attributes.
        type={type as 'text'}
        value={value}
        {...(type === 'number' && { step: 'any' })}
        {...(longest !== undefined && { maxLength: longest })}
        {...(placeholder !== undefined && { placeholder })}
        {...(hint && { 'aria-describedby': `${id}-hint` })}
        onChange={({ currentTarget }) => onEnter(currentTarget.value)}
      />
      {unit !== undefined && (
        <span class="aside" aria-hidden="true">
          {unit}
        </span>
      )}
      <Hint id={`${id}-hint`}>{hint}</Hint>
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly isTicked: boolean;
  readonly isDisabled?: boolean;
  readonly hint?: ComponentChildren;
  readonly onTick: (isTicked: boolean) => void;
}

/** A box to tick, with its label behind it. */
export function Tick({ label, isTicked, isDisabled, hint, onTick }: TickProps) {
  const id = useId();
  return (
    <div class="tick">
      <input
        id={id}
        type="checkbox"
        checked={isTicked}
        disabled={isDisabled}
        {...(hint && { 'aria-describedby': `${id}-hint` })}
        onChange={({ currentTarget }) => onTick(currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      <Hint id={`${id}-hint`}>{hint}</Hint>
    </div>
  );
}

function Hint({ id, children }: { id: string; children?: ComponentChildren }) {
  return children ? (
    <p class="hint" id={id}>
      {children}
    </p>
  ) : null;
}

/** Options for the entries of a section of the words. */
export const optionsOf = <Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>) =>
  values.map((value): Option => ({ value, label: names[value] }));

/** A column by its header, or by its letters where it has none. */
export const headerOf = (header: string, column: number, text: Text): string =>
  shown(header.trim()) || fill(text.common.columnWithoutHeader, { column: columnLetters(column) });
