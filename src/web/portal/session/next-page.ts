/** Where to go after signing in. Only a path of the same clinic is followed, never another site's address. */
export function safeNext(next: string | undefined, slug: string): string {
  const home = `/${slug}`;
  if (next === undefined) return home;
  return next === home || next.startsWith(`${home}/`) || next.startsWith(`${home}?`) ? next : home;
}
