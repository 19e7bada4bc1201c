// Asks Refrain whether messages may go out. Needs Node.js 18 or later and nothing else.

export class Refrain {
  #address;
  #headers;
  #timeout;
  #onFailure = new Map(); // what each category says to do while Refrain cannot be asked

  constructor({ url, workspace, key, timeout = 3000 }) {
    this.#address = `${url}/v1/workspaces/${workspace}/decisions`;
    this.#headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
    this.#timeout = timeout;
  }

  /** [{subject, decision: 'deliver' | 'skip', rule}], in the order of `subjects`. */
  async decide(category, subjects) {
    let status, answer;
    try {
      const reply = await fetch(this.#address, {
        method: 'POST',
        headers: this.#headers,
        body: JSON.stringify({ category, subjects }),
        signal: AbortSignal.timeout(this.#timeout),
      });
      status = reply.status;
      answer = await reply.json();
    } catch {
      status = 0; // no network, no answer in time, or no JSON
    }
    if (status === 200) {
      this.#onFailure.set(category, answer.onFailure);
      return answer.items;
    }
    if (status === 0 || status === 429 || status >= 500) {
      const decision = this.#onFailure.get(category) ?? 'skip';
      return subjects.map((subject) => ({ subject, decision, rule: 'on_failure' }));
    }
    console.error(answer.detail);
    return subjects.map((subject) => ({ subject, decision: 'skip', rule: 'not_asked' }));
  }
}
