import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';

/** What the installation's settings say of mail. */
export class MailSettings {
  readonly smtpUrl: string | undefined;
  readonly from: string | undefined;
  readonly publicUrl: string | undefined;

  constructor(given: { smtpUrl: string | undefined; from: string | undefined; publicUrl: string | undefined }) {
    this.smtpUrl = given.smtpUrl;
    this.from = given.from;
    this.publicUrl = given.publicUrl;
  }
}

export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** What became of a letter: taken by the mail server, refused for good by it, or not handed over this time. */
export type Posted = 'taken' | 'refused' | 'failed';

/** Milliseconds to wait for a mail server. */
const PATIENCE = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 };

/** After so many letters in a row that were not taken, the mail server is left alone. */
const GIVE_UP = 3;

const outcomeOf = (error: unknown): Posted => {
  const code = (error as { responseCode?: number }).responseCode ?? 0;
  return code >= 500 && code < 600 ? 'refused' : 'failed';
};

const posted = (send: () => Promise<unknown>): Promise<Posted> =>
  send().then(
    () => 'taken',
    (error: unknown) => outcomeOf(error),
  );

/** Hands letters to the mail server. Nothing of a letter is kept or logged, whatever becomes of it. */
@Injectable()
export class Mail {
  constructor(private readonly settings: MailSettings) {}

  get isReady(): boolean {
    const { smtpUrl, from, publicUrl } = this.settings;
    return [smtpUrl, from, publicUrl].every((setting) => setting !== undefined);
  }

  /** The address that people open, for links; empty where it is not set. */
  get publicUrl(): string {
    return this.settings.publicUrl ?? '';
  }

  /** Sends letters one after the other; when the mail server takes none of several in a row, the rest is not tried. */
  async send(letters: readonly Letter[], told: (letter: number, outcome: Posted) => void): Promise<void> {
    const transport = createTransport(this.settings.smtpUrl, {
      ...PATIENCE,
      from: this.settings.from,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      let failures = 0;
      for (const [n, letter] of letters.entries()) {
        const outcome = await posted(() => transport.sendMail(letter));
        told(n, outcome);
        failures = outcome === 'failed' ? failures + 1 : 0;
        if (failures === GIVE_UP) return;
      }
    } finally {
      transport.close();
    }
  }
}
