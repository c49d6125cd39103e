const convert = 'Leakproof > Check data can convert it.';
const checkColumn = 'Select the right column.';
const choose = 'Choose from:';
const settingsTab = 'The hidden tab "Leakproof settings"';
const wayBack =
  'Bring it back by File > Version history, or go through the steps again: what could be read is filled in.';
const noPeriod = 'so no period counts it';
const noSum = 'so sums leave it out';
const twice = 'so it may count twice. Delete it if it is not a case of its own.';
const copy = 'so it counts twice. Its cells should be emptied.';
const byHand = 'Correct it by hand.';
const fillIn = 'Fill it in.';
const step = 'in the step Stages and channels.';

/**
 * What is said of problems, in English. `{name}` is filled in; a clause in square brackets is left out where a name in it has
 * nothing to say. `frame` is what the sentences of a kind share.
 */
export const problemsEn = {
  errors: {
    wrong_arguments: 'the number of arguments fits none of its forms: {forms}.',
    unclear_call: 'the arguments fit none of its forms: {forms}.',
    not_one_column: '{argument} must be one column or one row.',
    unequal_columns: '{argument} and {other} must be equally long, but have {length} and {otherLength} cells.',
    error_cell: '{value} is an error. Correct that cell.',
    text_not_number: `"{value}" is text, not a number. ${convert}`,
    not_a_number: `{value} is not a number. ${checkColumn}`,
    text_not_date: `"{value}" is text, not a date. ${convert}`,
    not_a_date: '{value} is not a date. Select another column, or format this one as dates.',
    not_one_cell: '{argument} must be one value or cell.',
    unknown_option: `{argument} cannot be "{value}".[ Did you mean "{nearest}"?] ${choose} {options}.`,
    unrecognised_labels:
      'none of the labels is known to mean "{argument}": {labels}. Name it: {call}, with "" for none.',
    stage_twice: 'The order has the stage "{stage}" twice. Name it once.',
    score_off_scale: '{value} is not a score from {lowest} to {highest}. Correct that cell.',
    too_large: 'the numbers[ in {argument}] are too large to calculate with. Correct them.',
    unknown_kpi:
      'there is no KPI "{value}".[ Did you mean "{nearest}"?] Write the name of a function of Leakproof, SUM or COUNT.',
    table_by_group: '{kpi} gives a table, not one value a group. Name another KPI.',
    nothing_mapped:
      'No tab looks like leads, deals, spend or traffic[ (seen: {tabs})]. Needed are headers such as Created, Stage, Amount, Close date, Cost or Visitors.',
    tab_missing: 'There is no tab "{tab}". Choose another in Leakproof.',
    tab_empty: 'The tab "{tab}" is empty. Enter headers and data.',
    no_header: 'The tab "{tab}" has no header row. Put a name above every column.',
    column_missing: 'The tab "{tab}" has no column "{header}" any more. Choose another in Leakproof.',
    tab_unclear: 'The tab "{tab}" may be any of these: {candidates}. Choose one in Leakproof.',
    tab_renamed: 'The tab "{from}" is called "{to}" now.',
    header_row_moved: 'The headers of the tab "{tab}" moved from row {from} to {to}.',
    column_unclear:
      'The column "{header}" of the tab "{tab}" may be any of these: {candidates}. Choose one in Leakproof.',
    column_moved: '{header} moved from column {from} to {to} in the tab "{tab}".',
    columns_moved: 'Columns moved in the tab "{tab}": {list}.',
    column_renamed: 'Column {column} of the tab "{tab}" is called "{now}" now, not "{header}".',
    saved_in_between:
      'Somebody else saved settings after you had opened yours, which stand now. File > Version history has the others.',
    tags_unwritable:
      'This file takes no tags, so columns are found by their headers alone. A header that is renamed has to be chosen again.',
    settings_missing: `${settingsTab} is empty. ${wayBack}`,
    settings_damaged: `${settingsTab} cannot be read in row {row}. ${wayBack}`,
    settings_rows_missing: `${settingsTab} lost or gained rows. ${wayBack}`,
    settings_invalid:
      'The settings cannot be used[: see {entry}]. Correct them in the sidebar, or delete the hidden tab "Leakproof settings".',
    settings_newer: 'The settings were saved by a newer Leakproof. Reload the page to get it.',
    request_invalid: 'The sidebar sent something unreadable[ ({what})]. Close it and open it again.',
    busy: 'Somebody else is saving at this moment. Try again in a few seconds.',
    mapping_not_an_object: 'The mapping must be like {"deals": {"stage": "deal_stage"}, "stages": {"Won": "won"}}.',
    mapping_unknown_key: `The mapping has an unknown key, "{key}". ${choose} {allowed}.`,
    mapping_wrong_value: `The mapping has a wrong value for "{key}".[ ${choose} {allowed}.]`,
    mapping_unknown_header: `The mapping wants "{header}" as {dataset}.{field}, but there is no such column. ${choose} {headers}.`,
    mapping_unknown_label: 'The mapping gives "{label}" a meaning ({key}), but no cell holds it. Check the spelling.',
    too_many_labels:
      'The column for {field} holds too many labels ({count}); only {most} are used. Check that it is the right column.',
    period_reversed: 'The period ends ({end}) before it starts ({start}). Exchange the dates.',
    service_failed: 'Google could not finish this. Try again in a minute.',
    report_failed: 'Google could not finish the report. Nothing was changed. Try again in a minute.',
    nothing_changed: 'Google could not finish this. Nothing was changed. Try again in a minute.',
    report_gone: 'There is no report “{report}” any more. Open the sidebar anew.',
    tab_left_over:
      'Google could neither finish the report nor remove the new tab "{tab}". Delete that tab and try again.',
    no_permission: 'You may not edit this file, or a part of it. Ask its owner.',
    several_accounts:
      'Google refused access, probably because several accounts are signed in. Use a private window with one account.',
    time_limit: 'Google stopped this because it took too long. Try again with fewer breakdowns.',
  },
  findings: {
    date_as_text: `the date is stored as text, ${noPeriod}.`,
    date_as_number: 'the date is stored as a number, so its period may miss it.',
    date_order_unclear: `the date is text that does not tell day from month, ${noPeriod}.`,
    unreadable_date: `this is not a date, ${noPeriod}. ${byHand}`,
    swapped_date: 'day and month seem to be exchanged, so a wrong period counts it.',
    date_in_future: `the date is in the future, ${noPeriod} up to today. ${byHand}`,
    number_as_text: `the number is stored as text, ${noSum}.`,
    number_unclear: `the number is text that does not tell decimals from thousands, ${noSum}.`,
    unreadable_number: `this is not a number, ${noSum}. ${byHand}`,
    placeholder: 'this stands for "nothing" and counts as an empty cell.',
    mixed_currencies: 'amounts are in several currencies[ ({currencies})], so sums mean nothing. Convert them to one.',
    stray_spaces: 'there are stray spaces, so formulas see another value.',
    look_alike_letters: 'the label has letters of another alphabet that only look right, so it counts separately.',
    label_variants: 'the label is written differently elsewhere, so filters may list it twice.',
    similar_labels: 'the label is nearly the same as a more frequent one, but counts separately.',
    unknown_stage: `the stage has no meaning yet, so the deal is neither open nor won nor lost. Give it one ${step}`,
    assumed_stage: `no meaning is known for the stage, so the deal counts as open. Confirm it or give it another ${step}`,
    assumed_status: `no meaning is known for the status, so the lead counts as not qualified. Confirm it or give it another ${step}`,
    unknown_status: `the status has no meaning yet, so the lead is not in the funnel. Give it one ${step}`,
    error_cell: `this is an error, which spoils every sum. ${byHand}`,
    missing_date: `the date is missing, so most figures leave the row out. ${fillIn}`,
    missing_stage: `the stage is missing, so most figures leave the deal out. ${fillIn}`,
    closed_before_created: `the end is before the beginning, so the cycle is negative. ${byHand}`,
    won_without_amount: `a won deal has no amount, so revenue is too low. ${fillIn}`,
    won_without_close_date: `a won deal has no close date, ${noPeriod}. ${fillIn}`,
    lost_without_close_date: `a lost deal has no close date, so win rates are too high. ${fillIn}`,
    duplicate_id: `the row has the id of an earlier one, ${twice}`,
    duplicate_row: `the row repeats an earlier one, id and all, ${copy}`,
    near_duplicate_row: `the row repeats an earlier one, id and all, in other spelling, ${copy}`,
    possible_duplicate_row: `the row equals an earlier one, though no id proves it a copy, ${twice}`,
    repeated_header_row: 'the header is repeated among the data. Delete the row.',
    total_row: 'this is a total of other rows. The report leaves it out; your own formulas may not.',
    channel_only_in_spend: `no lead or deal comes from this channel, so its cost stands alone. If it has another name, join the two ${step}`,
  },
  frame: {
    call: '{function}:[ {argument}, row {row}:] {problem}',
    records: '{count} of {records} rows in {tab} (first: {first}[, {samples}][; value: {sum}]): {finding}',
    extraRows: 'Rows in {tab}: {count} (first: {first}): {finding}',
    safe: 'Fix corrects it.',
    ask: 'Fix asks a question first.',
    formulas: 'Formulas, which Fix leaves as they are: {formulas}.',
    quoted: '"{text}"',
  },
};

/** The same sentences in another language. */
export type ProblemTexts = {
  [Section in keyof typeof problemsEn]: { [Code in keyof (typeof problemsEn)[Section]]: string };
};
