/** The days on which each customer bought, earliest first. Rows without customer or date are left out. */
export function daysByCustomer(
  customers: readonly string[],
  dates: readonly (string | undefined)[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  customers.forEach((customer, row) => {
    const date = dates[row];
    if (!customer || !date) return;
    const days = found.get(customer);
    if (days) days.push(date);
    else found.set(customer, [date]);
  });
  for (const days of found.values()) days.sort();
  return found;
}
