import { LIMITS } from './limits';
import type { Language } from './protocol';
import { Refusal } from './refusal';
import { sampleWorkbook } from './sample';
import { type AddOn, Visitor } from './visitor';

/** Every visitor's workbook, as long as there is room. */
export interface Visitors {
  /** A new visitor with the sample company; the one who was away longest makes room. */
  welcome(language: Language): Visitor;
  /** The visitor with a token; throws Refusal where the token is missing, unknown, or its workbook was dropped. */
  find(token: string | undefined): Visitor;
  /** The visitor whose sidebar has this key. */
  withFrame(key: string): Visitor | undefined;
}

/** An empty list of visitors of an add-on, with room for so many. */
export function createVisitors(addOn: AddOn, room: number = LIMITS.visitors): Visitors {
  /** In the order of their last question. */
  const present = new Map<string, Visitor>();
  return {
    welcome(language) {
      for (const token of present.keys()) {
        if (present.size < room) break;
        present.delete(token);
      }
      const visitor = new Visitor(addOn, sampleWorkbook(), language);
      present.set(visitor.token, visitor);
      return visitor;
    },
    find(token) {
      if (token === undefined) throw new Refusal(401, 'This page has no workbook yet: load it again.');
      const visitor = present.get(token);
      if (!visitor) {
        throw new Refusal(
          410,
          `Your workbook is no longer here: the playground keeps the ${room} that were used last, and none once it was stopped. Load the page again to start with the sample company.`,
        );
      }
      present.delete(token);
      present.set(token, visitor);
      return visitor;
    },
    withFrame: (key) => [...present.values()].find(({ frameKey }) => frameKey === key),
  };
}
