declare module "@11ty/eleventy-dev-server" {
  export default class EleventyDevServer {
    static getServer(name: string, folder: string, options?: object): EleventyDevServer;
    serve(port: number): void;
    reload(event: { files: readonly string[] }): Promise<void>;
    close(): Promise<void>;
  }
}
