/** The usual place of labels that say that a deal is won or a lead a customer; what follows the sale comes after it. */
export const SALE = 90;

/** Where labels stand that are not known: stages behind the steps that are, statuses among those of plain leads. */
export const UNKNOWN = { 'deals.stage': 89, 'leads.status': 39 } as const;
