/** HTML by template, in which everything put in is text: it is escaped unless it is a piece of HTML itself. */
export interface Html {
  readonly html: string;
}

type Piece = string | Html | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function write(piece: Piece): string {
  if (typeof piece === "string") return piece.replace(/[&<>"']/g, (character) => entities[character] ?? character);
  return "html" in piece ? piece.html : piece.map(({ html: part }) => part).join("");
}

export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { html: strings.reduce((text, part, index) => text + write(pieces[index - 1] ?? "") + part) };
}
