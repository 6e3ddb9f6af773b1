/**
 * Gives every part of a visit a resource of its own, if that is possible at all: nobody plays two parts. Taking the
 * first free one for each part would fail where another choice works, so earlier choices are revised (augmenting paths).
 *
 * Example: nurse 1 can do parts A and B, nurse 2 only A. First come, first served gives nurse 1 to A and leaves B
 * empty; the matching moves A to nurse 2 and gives nurse 1 to B.
 */

/** Per part the resources that could do it, best first; per part the chosen one, or null where none is left. */
export function matchParts(resourcesOfParts: readonly (readonly string[])[]): (string | null)[] {
  const partOfResource = new Map<string, number>();
  for (const part of resourcesOfParts.keys()) findResource(part, resourcesOfParts, partOfResource, new Set());
  const chosen: (string | null)[] = resourcesOfParts.map(() => null);
  for (const [resource, part] of partOfResource) chosen[part] = resource;
  return chosen;
}

function findResource(
  part: number,
  resourcesOfParts: readonly (readonly string[])[],
  partOfResource: Map<string, number>,
  tried: Set<string>,
): boolean {
  for (const resource of resourcesOfParts[part] ?? []) {
    if (tried.has(resource)) continue;
    tried.add(resource);
    const holder = partOfResource.get(resource);
    if (holder === undefined || findResource(holder, resourcesOfParts, partOfResource, tried)) {
      partOfResource.set(resource, part);
      return true;
    }
  }
  return false;
}
