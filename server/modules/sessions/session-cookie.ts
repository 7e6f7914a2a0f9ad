import { Injectable } from '@nestjs/common';
import { SessionSettings } from './session-settings.ts';

/** 43 characters of base64url: 256 bits. Anything else is not a token of ours. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The session's cookie. Over https its name carries `__Host-`, so that no other host or path can set or see it. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly attributes: string;

  constructor({ isHttps }: SessionSettings) {
    this.name = isHttps ? '__Host-formflow' : 'formflow';
    this.attributes = `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
  }

  /** The token in a Cookie header; undefined where there is none, or two of them. */
  read(header: string | undefined): string | undefined {
    const prefix = `${this.name}=`;
    const values = (header ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part.startsWith(prefix))
      .map((part) => part.slice(prefix.length));
    const [value] = values;
    return values.length === 1 && value !== undefined && TOKEN.test(value) ? value : undefined;
  }

  /** The Set-Cookie header of a new session; it ends with the browser, the server's own limits end it earlier. */
  write(token: string): string {
    return `${this.name}=${token}; ${this.attributes}`;
  }

  clear(): string {
    return `${this.name}=; ${this.attributes}; Max-Age=0`;
  }
}
