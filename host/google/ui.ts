import { ENUMS, type EnumValue, enumValue } from './enumeration';
import type { Execution } from './execution';
import type { HtmlOutput } from './html-service';
import { defineInterface, GoogleError, Service } from './interface';
import type { MenuItem } from './platform';

const MENU = defineInterface<Menu>('Ui', 'Menu', {
  addItem: ['str,str'],
  addSeparator: [''],
  addSubMenu: ['Menu'],
  addToUi: [''],
});

/** A menu while it is being made. */
class Menu extends Service {
  readonly face = MENU;
  readonly items: MenuItem[] = [];

  constructor(
    private readonly execution: Execution,
    readonly label: string | undefined,
  ) {
    super();
  }

  addItem(label: string, functionName: string): this {
    if (label === '' || functionName === '') throw new GoogleError('A menu item needs a caption and a function.');
    this.items.push({ label, functionName });
    return this;
  }

  addSeparator(): this {
    this.items.push({ separator: true });
    return this;
  }

  addSubMenu(menu: Menu): this {
    this.items.push({ label: menu.label ?? '', items: menu.items });
    return this;
  }

  addToUi(): void {
    const { platform } = this.execution;
    const others = platform.menus.filter((menu) => menu.label !== this.label);
    platform.menus = [...others, { ...(this.label === undefined ? {} : { label: this.label }), items: this.items }];
  }
}

const UI = defineInterface<Ui>(
  'Ui',
  'Ui',
  {
    alert: ['str', 'str,ButtonSet', 'str,str,ButtonSet'],
    createAddonMenu: [''],
    createMenu: ['str'],
    showModalDialog: ['HtmlOutput,str'],
    showModelessDialog: ['HtmlOutput,str'],
    showSidebar: ['HtmlOutput'],
  },
  { enums: { Button: ENUMS.Button, ButtonSet: ENUMS.ButtonSet } },
);

/** What a script can show around the grid: menus, a sidebar, dialogs. */
export class Ui extends Service {
  readonly face = UI;

  constructor(private readonly execution: Execution) {
    super();
  }

  alert(...texts: unknown[]): EnumValue {
    const words = texts.filter((text) => typeof text === 'string');
    this.execution.platform.alerts.push(words.join('\n'));
    return enumValue('Button', this.execution.platform.answer);
  }

  createAddonMenu(): Menu {
    return new Menu(this.execution, undefined);
  }

  createMenu(label: string): Menu {
    return new Menu(this.execution, label);
  }

  showSidebar(page: HtmlOutput): void {
    this.execution.platform.sidebar = { title: page.getTitle(), content: page.getContent() };
  }

  showModalDialog(page: HtmlOutput, title: string): void {
    this.execution.platform.dialog = { title, content: page.getContent() };
  }

  showModelessDialog(page: HtmlOutput, title: string): void {
    this.showModalDialog(page, title);
  }
}
