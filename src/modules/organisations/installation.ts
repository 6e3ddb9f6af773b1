/** What the process knows of this installation and pages ask for; set once, when it starts. */
export interface Installation {
  /** Invented clinics and patients: pages say so, and show the outbox. */
  readonly demo: boolean;
  /** No organisation and no administrator yet: the front page leads to the first set-up. */
  setupNeeded(): Promise<boolean>;
}

let installation: Installation = { demo: false, setupNeeded: async () => false };

export function configureInstallation(configured: Installation): void {
  installation = configured;
}

export const isDemo = (): boolean => installation.demo;
export const isSetupNeeded = (): Promise<boolean> => installation.setupNeeded();
