import styles from "./initials.module.css";

const titles = new Set(["dr", "dra", "d", "doña", "don", "mr", "mrs", "ms", "prof", "lic", "np", "rn"]);

/** 'Dr. Ana María Ruiz Peña' → 'AR': first and next-to-last word are enough to tell colleagues apart. */
export function initialsOf(name: string): string {
  const words = name
    .split(/[\s,]+/)
    .map((word) => word.replace(/\.$/, ""))
    .filter((word) => word !== "" && !titles.has(word.toLowerCase()));
  const [first = "", second = ""] = [words[0], words[words.length > 2 ? words.length - 2 : 1]];
  return (first.charAt(0) + second.charAt(0)).toUpperCase();
}

interface InitialsProps {
  readonly name: string;
  readonly size?: number;
  readonly square?: boolean;
}

export function Initials({ name, size = 26, square = false }: InitialsProps) {
  return (
    <span
      aria-hidden="true"
      className={square ? `${styles.mark} ${styles.square}` : styles.mark}
      style={{ width: size, height: size }}
    >
      {initialsOf(name)}
    </span>
  );
}
