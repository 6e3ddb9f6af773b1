/** The organisation that this page acts in: the first part of its address, `/{slug}/staff/…`. */
export const slug = decodeURIComponent(location.pathname.split("/")[1] ?? "");

/** Parameters that every route of an organisation takes. */
export const inOrganisation = { slug };
