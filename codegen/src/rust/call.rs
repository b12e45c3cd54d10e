use proc_macro2::TokenStream;
use quote::quote;

/// The call type, once per crate: setters are inherent impls and need a type of the crate itself.
///
/// `typed`: whether any operation has a required parameter. `streams`: whether any can answer as a stream of events.
pub(super) fn call(typed: bool, streams: bool) -> TokenStream {
    let restate = typed.then(restate);
    let stream = streams.then(stream);
    let imports = if streams {
        quote! {
            use alicloud_runtime::operation::{Operation, Streaming};
            use alicloud_runtime::{Client, EventStream, Pending};
        }
    } else {
        quote! {
            use alicloud_runtime::operation::Operation;
            use alicloud_runtime::{Client, Pending};
        }
    };
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
            request: R,
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

        impl<R: Operation, S> Call<R, S> {
            #[inline]
            pub(crate) fn new(client: &Client) -> Self {
                Self { client: client.clone(), request: R::default(), state: PhantomData }
            }

            #[inline]
            pub(crate) fn with(mut self, set: impl FnOnce(&mut R)) -> Self {
                set(&mut self.request);
                self
            }

            /// Sends the call and decodes the reply.
            ///
            /// # Errors
            /// Those of the service, of the way to it, and of a reply that does not fit; see
            /// [`Error`](alicloud_runtime::Error).
            #[inline]
            pub fn send(self) -> Pending<R::Reply>
            where
                S: Complete<R>,
            {
                self.client.send(&self.request)
            }

            /// The parameters set so far, as plain data.
            #[inline]
            pub fn into_request(self) -> R {
                self.request
            }
        }

        #stream

        #restate

        impl<R: Clone, S> Clone for Call<R, S> {
            fn clone(&self) -> Self {
                Self { client: self.client.clone(), request: self.request.clone(), state: PhantomData }
            }
        }

        impl<R: fmt::Debug, S> fmt::Debug for Call<R, S> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple("Call").field(&self.request).finish()
            }
        }
    }
}

/// What setters of required parameters need.
fn restate() -> TokenStream {
    quote! {
        impl<R, S> Call<R, S> {
            #[inline]
            pub(crate) fn restate<T>(self) -> Call<R, T> {
                Call { client: self.client, request: self.request, state: PhantomData }
            }
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
                self.client.stream(&self.request)
            }
        }
    }
}
