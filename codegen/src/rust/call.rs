use crate::model::Model;
use proc_macro2::TokenStream;
use quote::quote;

/// What the operations of a crate can do: the call type has no method that none of them needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Abilities {
    /// Some operation has a required parameter.
    required: bool,
    /// Some operation can answer as a stream of events.
    streams: bool,
    /// Some operation answers page by page.
    pages: bool,
    /// Some operation only starts something, and the end can be waited for.
    waits: bool,
}

impl Abilities {
    pub(super) fn of(model: &Model) -> Self {
        let operations = || model.products.iter().flat_map(|product| &product.operations);
        let mut all = model.products.iter().flat_map(|product| {
            product.operations.iter().map(move |operation| super::waiting::asked(product, operation))
        });
        Self {
            required: model.products.iter().any(super::setters::any_required),
            streams: operations().any(|operation| operation.streams),
            pages: operations().any(|operation| operation.pagination.is_some()),
            waits: all.any(|asked| asked.is_some()),
        }
    }
}

/// The call type, once per crate: setters are inherent impls and need a type of the crate itself.
pub(super) fn call(abilities: Abilities) -> TokenStream {
    let imports = imports(abilities);
    let restate = abilities.required.then(restate);
    let stream = abilities.streams.then(stream);
    let pages = abilities.pages.then(pages);
    let wait = abilities.waits.then(wait);
    quote! {
        //! A call on its way: parameters are set one by one, then it is sent.

        #imports
        use std::fmt;
        use std::marker::PhantomData;

        /// A call of one operation. Its setters are the operation's parameters.
        ///
        /// `S` lists the operation's required parameters, each [`Missing`] or [`Set`]; [`send`](Self::send) exists
        /// only when none is missing.
        #[must_use = "a call does nothing until it is sent"]
        pub struct Call<R, S = ()> {
            client: Client,
            // In a box, so that setters do not move a large request about.
            pub(crate) request: Box<R>,
            options: CallOptions,
            state: PhantomData<fn() -> S>,
        }

        /// A required parameter that is not set yet. `P` is named after its setter.
        pub struct Missing<P>(PhantomData<P>);

        /// A required parameter that is set.
        pub enum Set {}

        /// A required parameter of `Operation` that may be sent.
        #[diagnostic::on_unimplemented(
            message = "`{Operation}` lacks a required parameter: `{Self}`",
            label = "call the setter of that name before `send`",
            note = "`Missing<name>` stands for the required parameter whose setter is `.name(..)`"
        )]
        pub trait Given<Operation> {}

        impl<R> Given<R> for Set {}

        /// A list of required parameters that are all set.
        pub trait Complete<Operation> {}

        impl<R> Complete<R> for () {}

        impl<R, Head: Given<R>, Tail: Complete<R>> Complete<R> for (Head, Tail) {}

        /// Begins a call. No method of [`Call`], which has the setters of all operations: to find a method, the compiler goes
        /// through them all.
        #[inline]
        pub(crate) fn begin<R: Default, S>(client: &Client) -> Call<R, S> {
            Call {
                client: client.clone(),
                request: Box::new(R::default()),
                options: const { CallOptions::new() },
                state: PhantomData,
            }
        }

        impl<R: Operation, S> Call<R, S> {
            /// Makes this one call differ from the others of its client.
            ///
            /// ```
            /// # use std::time::Duration;
            /// use alicloud_runtime::CallOptions;
            ///
            /// // For `client.operation().customize(options).send()`.
            /// let options = CallOptions::new().timeout(Duration::from_secs(90)).region("cn-shanghai");
            /// # let _ = options;
            /// ```
            #[inline]
            pub fn customize(mut self, options: CallOptions) -> Self {
                self.options = options;
                self
            }

            /// Sends the call and decodes the reply: await it, or wait for it on this thread, without an async
            /// runtime, with [`blocking`](Pending::blocking).
            ///
            /// # Errors
            /// Those of the service, of the way to it, and of a reply that does not fit; see
            /// [`Error`](alicloud_runtime::Error).
            #[inline]
            pub fn send(self) -> Pending<R::Reply>
            where
                S: Complete<R>,
            {
                self.client.send_boxed(self.request, self.options)
            }

            /// Completes and signs the request, and does not send it.
            ///
            /// # Errors
            /// Those of the request, the credentials and the endpoint.
            #[inline]
            pub fn dry_run(self) -> DryRun
            where
                S: Complete<R>,
            {
                self.client.dry_run(&*self.request, self.options)
            }

            /// The parameters set so far, as plain data.
            #[inline]
            pub fn into_request(self) -> R {
                *self.request
            }
        }

        #stream

        #pages

        #wait

        #restate

        impl<R: Clone, S> Clone for Call<R, S> {
            fn clone(&self) -> Self {
                Self {
                    client: self.client.clone(),
                    request: self.request.clone(),
                    options: self.options.clone(),
                    state: PhantomData,
                }
            }
        }

        impl<R: fmt::Debug, S> fmt::Debug for Call<R, S> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple("Call").field(&self.request).finish()
            }
        }
    }
}

fn imports(abilities: Abilities) -> TokenStream {
    let Abilities { streams, pages, waits, .. } = abilities;
    let named = |all: &[(bool, TokenStream)]| -> Vec<TokenStream> {
        all.iter().filter(|(is_used, _)| *is_used).map(|(_, name)| name.clone()).collect()
    };
    let traits = named(&[
        (waits, quote!(LongRunning)),
        (true, quote!(Operation)),
        (pages, quote!(Paged)),
        (pages, quote!(PagedItems)),
        (streams, quote!(Streaming)),
    ]);
    let types = named(&[
        (true, quote!(CallOptions)),
        (true, quote!(Client)),
        (true, quote!(DryRun)),
        (streams, quote!(EventStream)),
        (pages, quote!(Items)),
        (pages, quote!(Pages)),
        (true, quote!(Pending)),
        (waits, quote!(Waiting)),
    ]);
    let traits = match traits.as_slice() {
        [only] => only.clone(),
        several => quote!({#(#several),*}),
    };
    quote! {
        use alicloud_runtime::operation::#traits;
        use alicloud_runtime::{#(#types),*};
    }
}

/// What setters of required parameters need.
fn restate() -> TokenStream {
    quote! {
        /// The call after a required parameter was set.
        #[inline]
        pub(crate) fn restate<R, S, T>(call: Call<R, S>) -> Call<R, T> {
            let Call { client, request, options, .. } = call;
            Call { client, request, options, state: PhantomData }
        }
    }
}

/// What operations need that can answer as a stream.
fn stream() -> TokenStream {
    quote! {
        impl<R: Streaming, S> Call<R, S> {
            /// Sends the call and decodes the reply event by event, each as it comes.
            ///
            /// # Errors
            /// Those of the stream's items, as of [`send`](Self::send).
            #[inline]
            pub fn stream(self) -> EventStream<R::Reply>
            where
                S: Complete<R>,
            {
                self.client.stream_with(&*self.request, self.options)
            }
        }
    }
}

/// What operations need that answer page by page.
fn pages() -> TokenStream {
    quote! {
        impl<R: Paged, S> Call<R, S> {
            /// All pages from the one that is asked for, each sent for when it is wanted: a stream, or with
            /// [`blocking`](Pages::blocking) an iterator.
            ///
            /// # Errors
            /// Those of the stream's items, as of [`send`](Self::send).
            #[inline]
            pub fn pages(self) -> Pages<R>
            where
                S: Complete<R>,
            {
                self.client.pages(*self.request, self.options)
            }
        }

        impl<R: PagedItems, S> Call<R, S> {
            /// The items of all pages from the one that is asked for: a stream, or with
            /// [`blocking`](Items::blocking) an iterator.
            ///
            /// # Errors
            /// Those of the stream's items, as of [`send`](Self::send).
            #[inline]
            pub fn items(self) -> Items<R>
            where
                S: Complete<R>,
            {
                self.client.items(*self.request, self.options)
            }
        }
    }
}

/// What operations need that only start something.
fn wait() -> TokenStream {
    quote! {
        impl<R: LongRunning, S> Call<R, S> {
            /// Sends the call, and asks until the work that it starts has ended: await it, or call
            /// [`blocking`](Waiting::blocking). The outcome has the reply and the answer that says that the work is done.
            ///
            /// # Errors
            /// Those of [`send`](Self::send), and that the work has failed or takes too long.
            #[inline]
            pub fn wait_until_done(self) -> Waiting<R>
            where
                S: Complete<R>,
            {
                self.client.wait_until_done(*self.request, self.options)
            }
        }
    }
}
