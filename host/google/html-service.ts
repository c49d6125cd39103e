import vm from 'node:vm';
import { ENUMS } from './enumeration';
import type { Execution } from './execution';
import { defineInterface, GoogleError, notEmulated, Service } from './interface';

const OUTPUT = defineInterface<HtmlOutput>(
  'HtmlService',
  'HtmlOutput',
  {
    append: ['str'],
    getContent: [''],
    getHeight: [''],
    getTitle: [''],
    getWidth: [''],
    setContent: ['str'],
    setHeight: ['int'],
    setSandboxMode: ['SandboxMode'],
    setTitle: ['str'],
    setWidth: ['int'],
    setXFrameOptionsMode: ['XFrameOptionsMode'],
  },
  { local: true },
);

/** A page made of HTML. */
export class HtmlOutput extends Service {
  readonly face = OUTPUT;
  #title = '';
  #width: number | null = null;
  #height: number | null = null;

  constructor(private content: string) {
    super();
  }

  append(html: string): this {
    this.content += html;
    return this;
  }

  getContent(): string {
    return this.content;
  }

  setContent(html: string): this {
    this.content = html;
    return this;
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): this {
    this.#title = title;
    return this;
  }

  getWidth(): number | null {
    return this.#width;
  }

  setWidth(width: number): this {
    this.#width = width;
    return this;
  }

  getHeight(): number | null {
    return this.#height;
  }

  setHeight(height: number): this {
    this.#height = height;
    return this;
  }

  setSandboxMode(): this {
    return this;
  }

  setXFrameOptionsMode(): this {
    return this;
  }
}

const TEMPLATE = defineInterface<Template>(
  'HtmlService',
  'HtmlTemplate',
  { evaluate: [''], getRawContent: [''] },
  { local: true },
);

/** A page with template tags; scripts set its variables as properties. */
export class Template extends Service {
  readonly face = TEMPLATE;
  readonly variables: Record<string, unknown> = {};

  constructor(private readonly content: string) {
    super();
  }

  getRawContent(): string {
    return this.content;
  }

  /** Replaces `<?= expression ?>` (escaped) and `<?!= expression ?>`; every other `<?` is a tag that the host does not run. */
  evaluate(): HtmlOutput {
    const scope = vm.createContext({ ...this.variables });
    const filled = this.content.replace(/<\?(!?=)?([\s\S]*?)\?>/g, (_, print: string | undefined, code: string) => {
      if (!print) throw notEmulated('scriptlets that print nothing in HTML templates');
      const text = String(vm.runInContext(`(${code.trim().replace(/;$/, '')})`, scope));
      return print === '=' ? escapeHtml(text) : text;
    });
    if (filled.includes('<?')) throw new GoogleError('Malformed HTML template: a "<?" is never closed.');
    return new HtmlOutput(filled);
  }
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };
  return text.replace(/[&<>"']/g, (sign) => `&${names[sign]};`);
}

const HTML_SERVICE = defineInterface<HtmlService>(
  'HtmlService',
  'HtmlService',
  {
    createHtmlOutput: ['', 'str'],
    createHtmlOutputFromFile: ['str'],
    createTemplate: ['str'],
    createTemplateFromFile: ['str'],
  },
  { enums: { SandboxMode: ENUMS.SandboxMode, XFrameOptionsMode: ENUMS.XFrameOptionsMode } },
);

/** HtmlService: pages from the add-on's own HTML files. */
export class HtmlService extends Service {
  readonly face = HTML_SERVICE;

  constructor(private readonly execution: Execution) {
    super();
  }

  createHtmlOutput(html = ''): HtmlOutput {
    return new HtmlOutput(html);
  }

  createHtmlOutputFromFile(name: string): HtmlOutput {
    return new HtmlOutput(this.#read(name));
  }

  createTemplate(html: string): Template {
    return new Template(html);
  }

  createTemplateFromFile(name: string): Template {
    return new Template(this.#read(name));
  }

  #read(name: string): string {
    const content = this.execution.platform.htmlFile(name);
    if (content === undefined) throw new GoogleError(`No HTML file named ${name} was found.`);
    return content;
  }
}
