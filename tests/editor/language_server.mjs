// A client of yaml-language-server, which is what editors check and complete YAML by.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export class LanguageServer {
  constructor(schemaUri) {
    const program = require.resolve("yaml-language-server/bin/yaml-language-server");
    this.settings = {
      yaml: {
        schemas: { [schemaUri]: "*.yaml" },
        schemaStore: { enable: false },
        validate: true,
        completion: true,
        format: { enable: false },
      },
    };
    this.process = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.buffer = Buffer.alloc(0);
    this.nextId = 1;
    this.answers = new Map(); // of requests, by id
    this.diagnostics = new Map(); // waiting for those of a document, by uri
    this.process.stdout.on("data", (data) => this.read(data));
  }

  async start() {
    await this.request("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { configuration: true }, textDocument: {} },
    });
    this.notify("initialized", {});
    this.notify("workspace/didChangeConfiguration", { settings: this.settings });
  }

  async stop() {
    await this.request("shutdown", null);
    this.notify("exit", null);
  }

  // The problems that an editor would underline in a text.
  async problems(uri, text) {
    const found = new Promise((resolve) => this.diagnostics.set(uri, resolve));
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    const problems = await found;
    this.notify("textDocument/didClose", { textDocument: { uri } });
    return problems;
  }

  // The words that an editor would offer at a place; line and character count from 0.
  async completions(uri, text, line, character) {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    const answer = await this.request("textDocument/completion", { textDocument: { uri }, position: { line, character } });
    this.notify("textDocument/didClose", { textDocument: { uri } });
    return (answer.items ?? answer).map((item) => item.label);
  }

  request(method, params) {
    const id = this.nextId++;
    const answer = new Promise((resolve, reject) => this.answers.set(id, { resolve, reject }));
    this.send({ id, method, params });
    return answer;
  }

  notify(method, params) {
    this.send({ method, params });
  }

  send(message) {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  read(data) {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const head = this.buffer.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.toString("latin1", 0, head))[1]);
      if (this.buffer.length < head + 4 + length) return;
      const body = this.buffer.toString("utf8", head + 4, head + 4 + length);
      this.buffer = this.buffer.subarray(head + 4 + length);
      this.take(JSON.parse(body));
    }
  }

  take(message) {
    if (message.method === "workspace/configuration") {
      const result = message.params.items.map((item) => this.settings[item.section] ?? null);
      this.send({ id: message.id, result });
    } else if (message.method === "textDocument/publishDiagnostics") {
      this.diagnostics.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.method !== undefined && message.id !== undefined) {
      this.send({ id: message.id, result: null });
    } else if (message.id !== undefined) {
      const { resolve, reject } = this.answers.get(message.id) ?? {};
      this.answers.delete(message.id);
      if (message.error) reject?.(new Error(message.error.message));
      else resolve?.(message.result);
    }
  }
}
