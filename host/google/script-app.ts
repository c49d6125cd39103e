import { ENUMS, type EnumValue, enumValue } from './enumeration';
import type { Execution } from './execution';
import { defineInterface, GoogleError, Service } from './interface';
import type { InstalledTrigger, Platform } from './platform';

const TRIGGER_LIMIT = 20;

const TRIGGER = defineInterface<Trigger>('ScriptApp', 'Trigger', {
  getEventType: [''],
  getHandlerFunction: [''],
  getTriggerSource: [''],
  getUniqueId: [''],
});

/** An installed trigger. */
class Trigger extends Service {
  readonly face = TRIGGER;

  constructor(readonly installed: InstalledTrigger) {
    super();
  }

  getEventType(): EnumValue {
    return enumValue('EventType', this.installed.event);
  }

  getHandlerFunction(): string {
    return this.installed.handler;
  }

  getTriggerSource(): EnumValue {
    return enumValue('TriggerSource', this.installed.event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS');
  }

  getUniqueId(): string {
    return this.installed.id;
  }
}

function install(platform: Platform, trigger: Omit<InstalledTrigger, 'id'>): Trigger {
  if (platform.triggers.length >= TRIGGER_LIMIT) {
    throw new GoogleError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  const id = String(platform.triggers.reduce((most, { id }) => Math.max(most, Number(id)), 1_000_000) + 1);
  const installed = { id, ...trigger };
  platform.triggers = [...platform.triggers, installed];
  return new Trigger(installed);
}

const CLOCK = defineInterface<ClockTriggerBuilder>('ScriptApp', 'ClockTriggerBuilder', {
  atHour: ['int'],
  create: [''],
  everyDays: ['int'],
  everyHours: ['int'],
  everyMinutes: ['int'],
  everyWeeks: ['int'],
  inTimezone: ['str'],
  nearMinute: ['int'],
  onMonthDay: ['int'],
  onWeekDay: ['Weekday'],
});

/** A clock trigger while it is being made; in an add-on it runs at most once an hour. */
class ClockTriggerBuilder extends Service {
  readonly face = CLOCK;
  readonly #schedule: Record<string, number | string> = {};

  constructor(
    private readonly platform: Platform,
    private readonly handler: string,
  ) {
    super();
  }

  atHour(hour: number): this {
    return this.#when('atHour', hour);
  }

  nearMinute(minute: number): this {
    return this.#when('nearMinute', minute);
  }

  everyMinutes(): this {
    throw new GoogleError('The add-on attempted to create a trigger that is too frequent; once an hour is the most.');
  }

  everyHours(hours: number): this {
    return this.#when('everyHours', hours);
  }

  everyDays(days: number): this {
    return this.#when('everyDays', days);
  }

  everyWeeks(weeks: number): this {
    return this.#when('everyWeeks', weeks);
  }

  onMonthDay(day: number): this {
    return this.#when('onMonthDay', day);
  }

  onWeekDay(day: EnumValue): this {
    return this.#when('onWeekDay', day.label);
  }

  inTimezone(timeZone: string): this {
    return this.#when('inTimezone', timeZone);
  }

  create(): Trigger {
    const { everyHours, everyDays, everyWeeks, onWeekDay, onMonthDay } = this.#schedule;
    if (!everyHours && !everyDays && !everyWeeks && !onWeekDay && !onMonthDay) {
      throw new GoogleError('The trigger was not created: a recurrence has to be chosen first.');
    }
    return install(this.platform, { handler: this.handler, event: 'CLOCK', schedule: this.#schedule });
  }

  #when(name: string, value: number | string): this {
    this.#schedule[name] = value;
    return this;
  }
}

const SPREADSHEET = defineInterface<SpreadsheetTriggerBuilder>('ScriptApp', 'SpreadsheetTriggerBuilder', {
  create: [''],
  onChange: [''],
  onEdit: [''],
  onOpen: [''],
});

/** A trigger of the file while it is being made. */
class SpreadsheetTriggerBuilder extends Service {
  readonly face = SPREADSHEET;
  #event: InstalledTrigger['event'] | undefined;

  constructor(
    private readonly platform: Platform,
    private readonly handler: string,
  ) {
    super();
  }

  onOpen(): this {
    this.#event = 'ON_OPEN';
    return this;
  }

  onEdit(): this {
    this.#event = 'ON_EDIT';
    return this;
  }

  onChange(): this {
    this.#event = 'ON_CHANGE';
    return this;
  }

  create(): Trigger {
    if (!this.#event) throw new GoogleError('The trigger was not created: an event has to be chosen first.');
    return install(this.platform, { handler: this.handler, event: this.#event, schedule: {} });
  }
}

const BUILDER = defineInterface<TriggerBuilder>('ScriptApp', 'TriggerBuilder', {
  forSpreadsheet: ['Spreadsheet', 'str'],
  timeBased: [''],
});

/** A trigger of which only the function is known. */
class TriggerBuilder extends Service {
  readonly face = BUILDER;

  constructor(
    private readonly platform: Platform,
    private readonly handler: string,
  ) {
    super();
  }

  forSpreadsheet(): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.platform, this.handler);
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.platform, this.handler);
  }
}

const SCRIPT_APP = defineInterface<ScriptApp>(
  'ScriptApp',
  'ScriptApp',
  { deleteTrigger: ['Trigger'], getProjectTriggers: [''], getUserTriggers: ['Spreadsheet'], newTrigger: ['str'] },
  {
    enums: {
      AuthMode: ENUMS.AuthMode,
      EventType: ENUMS.EventType,
      TriggerSource: ENUMS.TriggerSource,
      WeekDay: ENUMS.WeekDay,
    },
  },
);

/** ScriptApp: the registry of triggers. */
export class ScriptApp extends Service {
  readonly face = SCRIPT_APP;

  constructor(private readonly execution: Execution) {
    super();
  }

  newTrigger(handler: string): TriggerBuilder {
    return new TriggerBuilder(this.execution.platform, handler);
  }

  getProjectTriggers(): Trigger[] {
    return this.execution.platform.triggers.map((installed) => new Trigger(installed));
  }

  getUserTriggers(): Trigger[] {
    return this.getProjectTriggers();
  }

  deleteTrigger(trigger: Trigger): void {
    const { platform } = this.execution;
    platform.triggers = platform.triggers.filter(({ id }) => id !== trigger.installed.id);
  }
}
