use super::caller::{Caller, needs_credentials};
use crate::credentials::Credentials;
use crate::error::ErrorKind;
use crate::operation::{Descriptor, Effect, Method, Product, Protocol, Security};

static PRODUCT: Product = Product::new("Probe", "2020-01-01", Protocol::Https, &[]);

/// What a key and a bearer token are for an operation that lists these ways; `None` where no credentials are needed.
fn admitted(ways: &'static [Security]) -> Option<[&'static str; 2]> {
    let operation = Descriptor::new("Probe", &PRODUCT, Method::Get, Effect::Read, &[]).security(ways);
    let admit = |credentials| match Caller::admit(&operation, credentials) {
        Ok(Caller::Key(_)) => "key",
        Ok(Caller::Bearer(_)) => "bearer",
        Ok(Caller::Anonymous) => "anonymous",
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Credentials);
            assert!(!error.to_string().contains("t0ken"));
            "refused"
        }
    };
    let both = [admit(Credentials::new("id", "secret")), admit(Credentials::bearer("t0ken"))];
    needs_credentials(&operation).then_some(both)
}

#[test]
fn callers_are_who_the_operation_takes() {
    use Security::{AccessKey, Anonymous, Bearer};
    assert_eq!(admitted(&[]), Some(["key", "refused"]), "what is not known is signed");
    assert_eq!(admitted(&[AccessKey]), Some(["key", "refused"]));
    assert_eq!(admitted(&[Bearer]), Some(["refused", "bearer"]));
    assert_eq!(admitted(&[AccessKey, Bearer]), Some(["key", "bearer"]));
    assert_eq!(admitted(&[Anonymous]), None);
    assert_eq!(admitted(&[AccessKey, Anonymous]), Some(["key", "anonymous"]));
    assert_eq!(admitted(&[Anonymous, Bearer]), Some(["anonymous", "bearer"]));
}

#[test]
fn nobody_calls_what_is_open_to_all_and_nothing_else() {
    let admit = |ways: &'static [Security]| {
        let operation = Descriptor::new("Probe", &PRODUCT, Method::Get, Effect::Read, &[]).security(ways);
        Caller::admit(&operation, Credentials::anonymous())
    };
    assert!(matches!(admit(&[Security::AccessKey, Security::Anonymous]), Ok(Caller::Anonymous)));
    for ways in [&[][..], &[Security::AccessKey], &[Security::Bearer]] {
        let error = admit(ways).err().unwrap();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert!(
            error.message().contains("needs credentials") && error.message().contains("Config::new"),
            "{error}"
        );
    }
}
