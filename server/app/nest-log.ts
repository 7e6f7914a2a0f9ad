import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Passes what the framework says on to the log; its tales of the start are nobody's concern. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: Logger) {}

  log(): void {
    // The start of each module and route is not worth a line.
  }

  error(message: unknown): void {
    this.log_.error(
      { err: message instanceof Error ? message : undefined },
      message instanceof Error ? 'framework' : String(message),
    );
  }

  warn(message: unknown): void {
    this.log_.warn(String(message));
  }

  fatal(message: unknown): void {
    this.log_.fatal(String(message));
  }
}
