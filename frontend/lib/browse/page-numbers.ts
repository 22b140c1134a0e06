/**
 * The page numbers worth a link: first, last, the present one and its neighbours, ascending. A gap is a negative
 * number, different for each. Pure.
 */
export function pageNumbers(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((n, i) => {
    const before = shown[i - 1] ?? n - 1;
    if (n - before === 1) return [n];
    // A gap of one page is that page.
    return n - before === 2 ? [n - 1, n] : [-n, n];
  });
}
