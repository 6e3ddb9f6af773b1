import { describe, expect, test } from "vitest";
import type { DiaryAppointment, DiaryColumn } from "../../../contract/routes/diary.ts";
import { type Cursor, type CursorKey, moveCursor } from "./cursor.ts";
import { gapsOf, hoursShown, localTimeOf, minuteOf, spanOf, startInGap } from "./geometry.ts";
import { lanesOf } from "./lanes.ts";

function visit(localStart: string, localEnd: string): DiaryAppointment {
  return { id: localStart, localStart, localEnd } as DiaryAppointment;
}

type Block = DiaryColumn["blocks"][number];

function column(key: string, visits: readonly DiaryAppointment[], blocks: readonly Partial<Block>[] = []): DiaryColumn {
  return { key, appointments: visits, blocks } as unknown as DiaryColumn;
}

const open = { kind: "open", localStart: "08:30", localEnd: "12:15" } as const;

describe("times on the wall", () => {
  test("a visit past midnight ends with its day", () => {
    expect(spanOf(visit("23:30", "00:15"))).toEqual({ from: 1410, to: 1440 });
  });

  test.each(["00:00", "09:05", "23:59"])("%s there and back", (time) => {
    expect(localTimeOf(minuteOf(time))).toBe(time);
  });

  test("the hours shown are rounded outwards, five at least", () => {
    expect(hoursShown([column("a", [], [open])])).toEqual({
      from: 480,
      to: 780,
    });
    expect(hoursShown([])).toEqual({ from: 480, to: 1080 });
    expect(hoursShown([column("a", [visit("06:50", "07:10")], [open])])).toEqual({ from: 360, to: 780 });
  });

  test("a click means the quarter below it, never inside the visit before", () => {
    expect(localTimeOf(startInGap(minuteOf("10:37"), [visit("10:00", "10:35")]))).toBe("10:35");
    expect(localTimeOf(startInGap(minuteOf("10:37"), [visit("10:00", "10:20")]))).toBe("10:30");
  });
});

describe("gaps", () => {
  test("what is open and not filled", () => {
    const blocks = [open, { kind: "break", localStart: "10:30", localEnd: "10:45" } as const];
    const day = column("a", [visit("08:30", "09:00"), visit("10:00", "10:30")], blocks);
    expect(gapsOf(day).map(({ from, to }) => [localTimeOf(from), localTimeOf(to)])).toEqual([
      ["09:00", "10:00"],
      ["10:45", "12:15"],
    ]);
  });
});

describe("overlapping visits stand side by side", () => {
  test("two of three", () => {
    const lanes = lanesOf([visit("10:00", "10:30"), visit("10:15", "10:45"), visit("10:45", "11:00")]);
    expect(lanes.get("10:00")).toEqual({ lane: 0, lanes: 2 });
    expect(lanes.get("10:15")).toEqual({ lane: 1, lanes: 2 });
    expect(lanes.get("10:45")).toEqual({ lane: 0, lanes: 1 });
  });
});

describe("the keyboard's way through the diary [UI-07]", () => {
  const columns = [column("a", [visit("10:00", "10:40")]), column("b", [])];
  const shown = { from: 480, to: 1080 };
  const walk = (from: string, ...pressed: readonly CursorKey[]) => {
    const start: Cursor = { columnKey: "a", minute: minuteOf(from) };
    const end = pressed.reduce((at, key) => moveCursor(columns, shown, at, key), start);
    return `${end.columnKey} ${localTimeOf(end.minute)}`;
  };

  test.each([
    ["down onto the visit, past it, and on by quarters", "09:45", ["ArrowDown", "ArrowDown", "ArrowDown"], "a 10:45"],
    ["up over the visit to its start", "10:45", ["ArrowUp", "ArrowUp"], "a 10:00"],
    ["sideways at the same time", "10:15", ["ArrowRight"], "b 10:15"],
    ["not beyond the last column", "10:15", ["ArrowRight", "ArrowRight"], "b 10:15"],
    ["not above the first hour", "08:00", ["ArrowUp"], "a 08:00"],
    ["to the end of the day", "08:00", ["End"], "a 17:45"],
    ["by the hour", "08:00", ["PageDown"], "a 09:00"],
  ] as const)("%s", (_, from, pressed, expected) => {
    expect(walk(from, ...pressed)).toBe(expected);
  });
});
