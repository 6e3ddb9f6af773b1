/**
 * A number in E.164 as people read it: `+19145550100` as '+1 914 555 0100', `+34925550100` as '+34 925 55 01 00'.
 *
 * Only the two shapes that the product's countries use; any other number stays as it is. Reading what people type is the
 * server's work, with the full tables.
 */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/^\+1(\d{3})(\d{3})(\d{4})$/, "+1 $1 $2 $3"],
  [/^\+34(\d{3})(\d{2})(\d{2})(\d{2})$/, "+34 $1 $2 $3 $4"],
];

export function phoneText(phone: string): string {
  const shape = shapes.find(([pattern]) => pattern.test(phone));
  return shape === undefined ? phone : phone.replace(shape[0], shape[1]);
}
