// What a person sees: one live line on a terminal, plain lines in a log or a pipe.

const live = process.stdout.isTTY && process.env.TERM !== "dumb";
const coloured = live && !process.env.NO_COLOR;
const SPINNER = ["|", "/", "-", "\\"];

export const bold = (text) => (coloured ? `\x1b[1m${text}\x1b[0m` : text);

export const say = (text = "") => console.log(text);

/** Text of the server on one line: control characters in it could steer the terminal. */
export const plain = (text) => String(text ?? "").replace(/[\x00-\x1f\x7f-\x9f]+/g, " ").trim();

/** Something that can be said in one sentence; shown without a stack. */
export class Failure extends Error {}

/** One thing that takes its time. */
export class Progress {
  #title;
  #begun = Date.now();
  #text = "";
  #fraction;
  #printed = "";
  #timer;

  constructor(title) {
    this.#title = title;
    if (live) {
      this.#timer = setInterval(() => this.#draw(), 120);
      this.#timer.unref();
    }
  }

  get seconds() {
    return (Date.now() - this.#begun) / 1000;
  }

  /** @param fraction of the whole, 0 to 1; undefined when it is not known */
  update(text, fraction) {
    this.#text = plain(text);
    this.#fraction = fraction;
    if (live) {
      this.#draw();
    } else {
      this.#print();
    }
  }

  end() {
    clearInterval(this.#timer);
    if (live) {
      process.stdout.write("\r\x1b[K");
    }
  }

  #draw() {
    const turn = SPINNER[Math.floor(Date.now() / 120) % SPINNER.length];
    const line = `${turn} ${this.#title} ${this.#bar()}${this.#text} ${Math.floor(this.seconds)} s`;
    process.stdout.write(`\r\x1b[K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
  }

  #bar() {
    if (this.#fraction === undefined) {
      return "";
    }
    const filled = Math.round(this.#fraction * 20);
    const percent = String(Math.round(this.#fraction * 100)).padStart(3);
    return `[${"#".repeat(filled)}${"-".repeat(20 - filled)}] ${percent} % `;
  }

  // Quarters only: a log is no place for every percent.
  #print() {
    const quarter = this.#fraction === undefined ? "" : `${Math.floor(this.#fraction * 4) * 25} % `;
    const line = `  ${this.#title} ${quarter}${this.#text}`;
    if (line !== this.#printed) {
      this.#printed = line;
      say(line);
    }
  }
}
