import { Button } from "@mantine/core";
import type { Alternative } from "../../../contract/routes/availability.ts";
import { currentLocale } from "../../i18n/language.ts";
import { shortMoment } from "../appointments/texts.ts";

interface AlternativeButtonsProps {
  readonly alternatives: readonly Alternative[];
  readonly onChoose: (alternative: Alternative) => void;
}

/** Other times that are free; another provider's name stands beside the time. */
export function AlternativeButtons({ alternatives, onChoose }: AlternativeButtonsProps) {
  const locale = currentLocale();
  return alternatives.map((alternative) => (
    <Button
      key={`${alternative.providerId} ${alternative.locationId} ${alternative.start.at}`}
      size="compact-sm"
      variant="default"
      onClick={() => onChoose(alternative)}
    >
      {shortMoment(alternative.start, locale)}
      {alternative.kind === "nearest" ? "" : ` · ${alternative.providerName}`}
    </Button>
  ));
}
