type Listener<T> = (event: CustomEvent<T>) => void;

/** Application events. They are events of the document, so that listening there works too (facts 3.2). */
export class EventDispatcher {
  dispatch<T>(name: string, detail: T): CustomEvent<T> {
    const event = new CustomEvent(name, { detail, cancelable: true });
    document.dispatchEvent(event);
    return event;
  }

  addListener<T>(name: string, listener: Listener<T>): void {
    document.addEventListener(name, listener as EventListener);
  }

  removeListener<T>(name: string, listener: Listener<T>): void {
    document.removeEventListener(name, listener as EventListener);
  }
}
