/*
 * The pay protocol, small enough that spin tries every order of events, with a crash possible at every step.
 *
 * What it leaves out and what it has shown: docs/adr/0014-model.md. The steps 1 to 6 are those of docs/one-payment.md. The test
 * PayModelTest searches it in every build, whole and with each guard taken out in turn.
 *
 * BY HAND, with the Debian packages spin and gcc, in an empty folder (here without the fence):
 *
 *   spin -a -DNO_FENCE -DATTEMPTS=1 .../e2e/model/pay.pml       writes pan.c, a program that searches this model
 *   gcc -O1 -DSAFETY -DBFS -o pan pan.c                         BFS finds the shortest counter-example; a whole search is faster without
 *   ./pan -w22                                                  "errors: 0" means that no order of events breaks a promise
 *   spin -T -t -DNO_FENCE -DATTEMPTS=1 .../e2e/model/pay.pml    else tells the counter-example that pan has found
 *
 * HOW TO READ IT. Each proctype is somebody who acts: a thread of svc-payment, the TC, a request under way. All act at the same
 * time, and spin tries every interleaving of their steps. A step is d_step { condition -> effect } (or atomic, where its effect
 * leaves a choice): it may happen whenever its condition holds, and happens whole or not at all, as a database transaction does.
 * Where several options "::" may happen, spin tries each. So whatever takes time in reality (a slow network, a paused process, a
 * restart) is here a step that others overtake, and a crash is somebody who takes no further step.
 *
 * Nothing here measures time. A time-out, the end of a lease and "past decide_by" may come at any moment: the protocol has to be
 * right whatever its clocks say; they only decide how soon.
 *
 * A run ends when nobody can take a step any more (Promela's "timeout"). Then everything must be resolved: see PROMISES.
 *
 * GUARDS that -D takes out:
 *   NO_ATTEMPT          nothing that is done to the payment compares the attempt
 *   EXPIRE_BLINDLY      EXPIRED is written because of what was read before, without comparing again
 *   DROP_UNEXPIRED      the check-back past decide_by answers rollback, and leaves the row INITIATED
 *   NO_XID_FILTER       Confirm and Cancel take whatever is held, by whatever XID
 *   NO_FENCE            nothing remembers which of Try, Confirm and Cancel a branch has seen
 *   LENIENT             Confirm and Cancel that find nothing say that it is done, instead of throwing
 *   ROLLBACK_ON_HELD    the check-back answers rollback while the payment is HELD
 *   ROLLBACK_ON_NO_ROW  the check-back answers rollback where there is no payment
 *   HALF_FIRST          the half message is sent before the payment is inserted
 *   BELIEVE_TC          the message is delivered as soon as the TC has taken the commit, not when the row says PAID
 *   NO_SWEEPER, NO_RECONCILER, NO_AUDITOR, NO_INBOX
 *
 * FAULTS that -D takes out, to see which guard stands against which fault:
 *   BROKER_KEEPS        the broker discards no half message that could still be answered
 *   TC_KEEPS            the TC neither loses its store nor takes a branch too late
 *
 * SIZE: -DATTEMPTS=2 -DPARTICIPANTS=2 unless told otherwise. PARTICIPANTS=3 adds the stock.
 */

#ifndef ATTEMPTS
#define ATTEMPTS 2
#endif
#ifndef PARTICIPANTS
#define PARTICIPANTS 2
#endif

/* ---------------------------------------------------------------------------------------------- what is stored, and where */

/* svc-payment: the row of table payment. */
mtype:paymentStatus = { NO_ROW, INITIATED, HELD, PAID, RELEASED, EXPIRED, REFUSED };
mtype:paymentStatus payment = NO_ROW;
byte attempt = 0;
byte paymentXid = 0; /* An attempt begins one global transaction, so its number serves as XID. 0 is none. */

/* svc-order: the row of table orders. */
mtype:orderStatus = { PENDING_PAYMENT, PAYING, ORDER_PAID };
mtype:orderStatus order = PENDING_PAYMENT;
byte orderXid = 0;

/*
 * Each participant: the fence row of each attempt. CANCELLED is also what Seata calls SUSPENDED, a Cancel that came before its
 * Try. Stock needs no row of its own here: its reservation is keyed by XID, as the fence is, and moves together with it.
 */
#define MONEY 0
#define ORDER 1
#define STOCK 2
#define BRANCH(a, p) (((a) - 1) * PARTICIPANTS + (p))
mtype:fenceStatus = { NONE, TRIED, CONFIRMED, CANCELLED };
mtype:fenceStatus fence[ATTEMPTS * PARTICIPANTS] = NONE;

/* The TC: its session of each attempt, and the branches that it has yet to bring to an end. */
mtype:session = { NOT_BEGUN, BEGUN, COMMITTING, ROLLING_BACK, FINISHED };
mtype:session tc[ATTEMPTS + 1] = NOT_BEGUN;
bool registered[ATTEMPTS * PARTICIPANTS] = false;

/* The broker: whether it holds the half message of each attempt undecided, and whether OrderPaid was committed by any. */
bool half[ATTEMPTS + 1] = false;
bool published = false;

/* svc-customer: the inbox row and the credit. Commission and staff notification are further rows of the same kind. */
bool inbox = false;
byte credits = 0;

#if PARTICIPANTS == 3
#define ALL_TRIED (fence[BRANCH(a, MONEY)] == TRIED && fence[BRANCH(a, ORDER)] == TRIED && fence[BRANCH(a, STOCK)] == TRIED)
#define ANY_CONFIRMED \
    (fence[BRANCH(a, MONEY)] == CONFIRMED || fence[BRANCH(a, ORDER)] == CONFIRMED || fence[BRANCH(a, STOCK)] == CONFIRMED)
#define ALL_CONFIRMED \
    (fence[BRANCH(a, MONEY)] == CONFIRMED && fence[BRANCH(a, ORDER)] == CONFIRMED && fence[BRANCH(a, STOCK)] == CONFIRMED)
#define ALL_ENDED (!registered[BRANCH(a, MONEY)] && !registered[BRANCH(a, ORDER)] && !registered[BRANCH(a, STOCK)])
#else
#define ALL_TRIED (fence[BRANCH(a, MONEY)] == TRIED && fence[BRANCH(a, ORDER)] == TRIED)
#define ANY_CONFIRMED (fence[BRANCH(a, MONEY)] == CONFIRMED || fence[BRANCH(a, ORDER)] == CONFIRMED)
#define ALL_CONFIRMED (fence[BRANCH(a, MONEY)] == CONFIRMED && fence[BRANCH(a, ORDER)] == CONFIRMED)
#define ALL_ENDED (!registered[BRANCH(a, MONEY)] && !registered[BRANCH(a, ORDER)])
#endif

#ifdef NO_ATTEMPT
#define IS_ATTEMPT(a) true
#else
#define IS_ATTEMPT(a) (attempt == a)
#endif

/* -------------------------------------------------------------------------------------- steps 1 to 4: an attempt, in the TM */

inline insertPayment() {
    d_step { payment = INITIATED; attempt = 1; printf("> svc-payment: payment INITIATED, attempt 1\n") }
}

inline sendHalfMessage() {
    d_step { half[a] = true; printf("> svc-payment: half message of attempt %d sent\n", a) }
}

/*
 * One run of the protocol: PayOrder opens or takes over, PayWorkers sends the half message, PayTransaction begins the global
 * transaction and ends it. "goto dead" beside a step is svc-payment's crash before it. That nobody comes for a second attempt
 * is not an option here, for ATTEMPTS=1 says it all.
 */
proctype Attempt(byte a) {
end:
    if
    :: a == 1 ->
#ifdef HALF_FIRST
        if :: sendHalfMessage() :: goto dead fi;
        if :: insertPayment() :: goto dead fi
#else
        insertPayment();
        if :: sendHalfMessage() :: goto dead fi
#endif
    :: d_step {
            /* PaymentMapper.takeOver. The lease may have lapsed at any time, whether or not the earlier attempt is at work. */
            a > 1 && attempt == a - 1 && (payment == INITIATED || payment == EXPIRED || payment == RELEASED) ->
            payment = INITIATED; attempt = a; paymentXid = 0;
            printf("> svc-payment: the same key comes again, attempt %d takes over\n", a)
        }
        if :: sendHalfMessage() :: goto dead fi
    fi;

    if
    :: d_step { tc[a] = BEGUN; printf("> svc-payment: begins XID %d, and sends the Tries\n", a) } /* See Try. */
    :: goto dead
    fi;

    /*
     * PayTransaction.finish. That a Try was answered in time is one possibility, that it was not is another, so the TM may roll
     * back whatever the Tries have done. What it tells the TC may come too late, or be lost, which is the same as not telling.
     */
    if
    :: d_step {
            tc[a] == BEGUN && ALL_TRIED ->
            tc[a] = COMMITTING; printf("> svc-payment: every Try of attempt %d is done; commits XID %d\n", a, a);
#ifdef BELIEVE_TC
            half[a] = false; published = true; printf("> svc-payment: tells the broker to deliver\n")
#endif
        }
        goto dead
    :: d_step {
            if
            :: tc[a] == BEGUN -> tc[a] = ROLLING_BACK; printf("> svc-payment: a Try of attempt %d failed; rolls XID %d back\n", a, a)
            :: else
            fi
        }
    :: goto dead
    fi;

    /*
     * PaymentMapper.refuse, after a business refusal. It must be right whichever Try has refused, so this does not even ask.
     * PaymentMapper.giveUp, which ends PayWorkers.work, does what the Sweeper may do at any moment.
     */
    if
    :: d_step {
            IS_ATTEMPT(a) && (payment == INITIATED || payment == RELEASED) ->
            payment = REFUSED; printf("> svc-payment: payment REFUSED for attempt %d\n", a)
        }
    :: true
    fi;
dead:
    skip
}

/* -------------------------------------------------------------------------------------------------------------- step 3: Try */

#ifdef NO_FENCE
#define FENCE_LETS_TRY true
#else
#define FENCE_LETS_TRY (fence[BRANCH(a, p)] == NONE)
#endif

/*
 * One Try under way: Seata registers the branch, then the fence row and the business rows commit together. Between the two
 * anything may happen. The participants are PaymentTccParticipant, OrderTccParticipant and StockTccParticipant.
 */
proctype Try(byte a, p) {
end:
    if
    :: d_step { tc[a] == BEGUN -> registered[BRANCH(a, p)] = true }
#ifndef TC_KEEPS
    :: tc[a] == FINISHED /* The TC looked at the session before it ended, and stored the branch after: nobody will call it. */
#endif
    fi;
    if
    :: d_step {
            p == MONEY && FENCE_LETS_TRY && payment == INITIATED && IS_ATTEMPT(a) ->
            fence[BRANCH(a, p)] = TRIED; payment = HELD; paymentXid = a;
            printf("> payment: Try under XID %d, HELD\n", a)
        }
    :: d_step {
            p == ORDER && FENCE_LETS_TRY && order == PENDING_PAYMENT ->
            fence[BRANCH(a, p)] = TRIED; order = PAYING; orderXid = a;
            printf("> order: Try under XID %d, PAYING\n", a)
        }
    :: d_step {
            p == STOCK && FENCE_LETS_TRY ->
            fence[BRANCH(a, p)] = TRIED;
            printf("> stock: Try under XID %d, reserved\n", a)
        }
    :: true /* It refuses, fails, or the participant dies: nothing is stored. */
    fi
}

/* --------------------------------------------------------------------------------------- step 4: Confirm and Cancel, by the TC */

#ifdef NO_XID_FILTER
#define OWN(xid) true
#else
#define OWN(xid) (xid == a)
#endif

/* What the WHERE of Confirm's and Cancel's statement finds. */
#define FINDS_ITS_ROWS \
    ((p == MONEY && payment == HELD && OWN(paymentXid)) || (p == ORDER && order == PAYING && OWN(orderXid)) \
    || (p == STOCK && fence[BRANCH(a, p)] == TRIED))

/*
 * What a call does: its work; only the fence's mark that no Try may follow; nothing, but it answers. Otherwise it throws, and is
 * called again, for ever.
 */
#ifdef NO_FENCE
#define CONFIRM_WORKS FINDS_ITS_ROWS
#define CANCEL_WORKS FINDS_ITS_ROWS
#define CANCEL_MARKS false
#ifdef LENIENT
#define CONFIRM_ANSWERS !FINDS_ITS_ROWS
#define CANCEL_ANSWERS !FINDS_ITS_ROWS
#else
#define CONFIRM_ANSWERS false
#define CANCEL_ANSWERS false
#endif
#else
#define CONFIRM_WORKS (fence[BRANCH(a, p)] == TRIED && FINDS_ITS_ROWS)
#define CANCEL_WORKS (fence[BRANCH(a, p)] == TRIED && FINDS_ITS_ROWS)
#define CANCEL_MARKS (fence[BRANCH(a, p)] == NONE)
#define CONFIRM_ANSWERS (fence[BRANCH(a, p)] == CONFIRMED)
#define CANCEL_ANSWERS (fence[BRANCH(a, p)] == CANCELLED)
#endif

#define CONFIRM_RETURNS (CONFIRM_WORKS || CONFIRM_ANSWERS)
#define CANCEL_RETURNS (CANCEL_WORKS || CANCEL_MARKS || CANCEL_ANSWERS)
#define TO_CONFIRM (tc[a] == COMMITTING && registered[BRANCH(a, p)])
#define TO_CANCEL (tc[a] == ROLLING_BACK && registered[BRANCH(a, p)])

inline loseStore() {
    tc[a] = FINISHED;
    registered[BRANCH(a, MONEY)] = false;
    registered[BRANCH(a, ORDER)] = false;
    registered[BRANCH(a, PARTICIPANTS - 1)] = false;
    printf("> TC: loses its store, and knows no XID %d any more\n", a)
}

inline confirm() {
    fence[BRANCH(a, p)] = CONFIRMED;
    if
    :: p == MONEY -> payment = PAID; paymentXid = 0; printf("> payment: Confirm of XID %d, PAID\n", a)
    :: p == ORDER -> order = ORDER_PAID; orderXid = 0; printf("> order: Confirm of XID %d, PAID\n", a)
    :: p == STOCK -> printf("> stock: Confirm of XID %d, sold\n", a)
    fi
}

inline cancel() {
    if
    :: p == MONEY -> payment = RELEASED; paymentXid = 0; printf("> payment: Cancel of XID %d, RELEASED\n", a)
    :: p == ORDER -> order = PENDING_PAYMENT; orderXid = 0; printf("> order: Cancel of XID %d, PENDING_PAYMENT\n", a)
    :: p == STOCK -> printf("> stock: Cancel of XID %d, released\n", a)
    fi;
    fence[BRANCH(a, p)] = CANCELLED
}

/* The fence's answer to a Cancel that finds no Try. */
inline mark() {
    if
    :: p == MONEY -> printf("> payment: Cancel of XID %d finds no Try, and lets none in any more\n", a)
    :: p == ORDER -> printf("> order: Cancel of XID %d finds no Try, and lets none in any more\n", a)
    :: p == STOCK -> printf("> stock: Cancel of XID %d finds no Try, and lets none in any more\n", a)
    fi;
    fence[BRANCH(a, p)] = CANCELLED
}

/* The participant's answer to the TC may be lost. Then the branch stays registered, and the call comes again. */
inline perhapsAnswered() {
    if
    :: registered[BRANCH(a, p)] = false
    :: true
    fi
}

/* The calls to Confirm and Cancel of one branch: the TC's, and those of the auditor, which is step 8. */
proctype PhaseTwo(byte a, p) {
end:
    do
    :: atomic { TO_CONFIRM && CONFIRM_WORKS -> confirm(); perhapsAnswered() }
    :: atomic { TO_CANCEL && CANCEL_WORKS -> cancel(); perhapsAnswered() }
    :: atomic { TO_CANCEL && CANCEL_MARKS -> mark(); perhapsAnswered() }
    :: d_step { (TO_CONFIRM && CONFIRM_ANSWERS) || (TO_CANCEL && CANCEL_ANSWERS) -> registered[BRANCH(a, p)] = false }
#ifndef TC_KEEPS
    /* In place of the call. */
    :: d_step { (TO_CONFIRM && CONFIRM_RETURNS) || (TO_CANCEL && CANCEL_RETURNS) -> loseStore() }
#endif
#ifndef NO_AUDITOR
    /*
     * Finished is also the TC's word for unknown. Nobody else ends this branch any more: what the auditor reads stays true. It
     * waits past a bound in which calls that are under way come to their end, as they do here before the TC forgets.
     */
    :: d_step {
            tc[a] == FINISHED && fence[BRANCH(a, p)] == TRIED && FINDS_ITS_ROWS && ANY_CONFIRMED ->
            printf("> auditor: XID %d was confirmed elsewhere\n", a); confirm()
        }
    :: d_step {
            tc[a] == FINISHED && fence[BRANCH(a, p)] == TRIED && FINDS_ITS_ROWS && !ANY_CONFIRMED ->
            printf("> auditor: XID %d was confirmed nowhere\n", a); cancel()
        }
#endif
    od
}

/* The TC decides once: commit, rollback or time-out, whichever its store sees first. It may be down for any time in between. */
proctype TC(byte a) {
end:
    do
    :: d_step { tc[a] == BEGUN -> tc[a] = ROLLING_BACK; printf("> TC: time-out, rolls XID %d back\n", a) }
    :: d_step {
            (tc[a] == COMMITTING || tc[a] == ROLLING_BACK) && ALL_ENDED ->
            tc[a] = FINISHED; printf("> TC: XID %d finished\n", a)
        }
#ifndef TC_KEEPS
    :: d_step { tc[a] == BEGUN -> loseStore() } /* And later, in PhaseTwo. */
#endif
    od
}

/* ------------------------------------------------------------------------------------------ steps 5 and 6: what the row says */

/*
 * Decision.of, asked by the broker's check-back, or at the end of OrderPaidTransactionListener.executeLocalTransaction, which
 * asks the same at one of the moments at which the check-back may ask. An answer that is lost is one not yet given. COMMIT is
 * missing here: a payment stays PAID, so that answer can as well be given in the end; see MESSAGE.
 */
proctype Answer(byte a) {
end:
    do
    :: d_step {
            half[a] && payment != PAID && payment != NO_ROW && (
#ifndef NO_ATTEMPT
                attempt > a ||
#endif
                payment == REFUSED || payment == RELEASED || payment == EXPIRED) ->
            half[a] = false; printf("> broker: drops the message of attempt %d, which is over\n", a)
        }
#ifdef ROLLBACK_ON_HELD
    :: d_step { half[a] && payment == HELD -> half[a] = false; printf("> broker: drops the message of attempt %d, for HELD\n", a) }
#endif
#ifdef ROLLBACK_ON_NO_ROW
    :: d_step { half[a] && payment == NO_ROW -> half[a] = false; printf("> broker: drops the message of attempt %d, for no row\n", a) }
#endif
#ifdef DROP_UNEXPIRED
    :: d_step {
            half[a] && payment == INITIATED && IS_ATTEMPT(a) ->
            half[a] = false; printf("> broker: drops the message of attempt %d, past decide_by\n", a)
        }
#endif
    od
}

/* PaymentMapper.expire and .expireAll, by check-back and PaymentSweeper. */
proctype Sweeper() {
end:
    do
#ifdef EXPIRE_BLINDLY
    :: payment == INITIATED ->
        printf("> sweeper: finds an INITIATED payment past decide_by\n");
        d_step { payment = EXPIRED; printf("> sweeper: writes EXPIRED\n") }
#else
    :: d_step { payment == INITIATED -> payment = EXPIRED; printf("> sweeper: payment EXPIRED\n") }
#endif
    od
}

/* ------------------------------------------------------------------------------------------------------- step 7: the message */

/*
 * MESSAGE: what becomes of it after the decision. Nothing of this is read by anybody above, so it makes no difference when it
 * happens, and it happens in the end. That spares a search ten times as large.
 */
inline endHalfMessages() {
    for (a : 1 .. ATTEMPTS) {
        if
        :: half[a] && payment == PAID -> half[a] = false; published = true; printf("> broker: delivers OrderPaid of attempt %d\n", a)
#ifndef BROKER_KEEPS
        :: half[a] -> half[a] = false; printf("> broker: discards the message of attempt %d after its last check\n", a)
#endif
        :: half[a] && payment == NO_ROW -> half[a] = false /* Discarded too, and nobody had an answer. */
        :: half[a] && payment != PAID && payment != NO_ROW
        :: !half[a]
        fi
    }
}

/* PaymentSweeper.republishUnseen. */
inline reconcile() {
#ifndef NO_RECONCILER
    if
    :: payment == PAID && !published -> published = true; printf("> reconciler: OrderPaid has not come back, sends it again\n")
    :: else
    fi
#endif
    skip
}

/* CreditOnOrderPaid and Inbox.applyOnce. Every message comes twice. */
inline deliver() {
    if
    :: published ->
        for (a : 1 .. 2) {
            if
#ifndef NO_INBOX
            :: inbox
#endif
            :: !inbox -> inbox = true; credits++; printf("> svc-customer: credit\n")
#ifdef NO_INBOX
            :: inbox -> credits++; printf("> svc-customer: credit\n")
#endif
            fi
        }
    :: else
    fi
}

/* -------------------------------------------------------------------------------------------------------------- the promises */

/* "assert" ends the search with a counter-example. */
#define PROMISE(kept, broken) \
    if \
    :: kept \
    :: else -> printf(broken); assert(false) \
    fi

/* PROMISES, by the numbers of docs/adr/0014-model.md. */
inline checkPromises() {
    PROMISE((payment == PAID) == (order == ORDER_PAID), "BROKEN 3: of payment and order, one is paid and the other is not\n");
    PROMISE(payment != INITIATED && payment != HELD, "BROKEN 4: the payment stays INITIATED or HELD for ever\n");
    PROMISE(order != PAYING, "BROKEN 4: the order stays PAYING for ever\n");
    for (a : 1 .. ATTEMPTS) {
        PROMISE(tc[a] == NOT_BEGUN || tc[a] == FINISHED, "BROKEN 4: the TC calls for ever, and is never answered\n");
        PROMISE(!half[a], "BROKEN 4: the broker asks for ever\n");
#ifndef NO_FENCE
        for (p : 0 .. PARTICIPANTS - 1) {
            PROMISE(fence[BRANCH(a, p)] != TRIED, "BROKEN 4: a fence row stays TRIED for ever\n")
        }
        PROMISE(!ANY_CONFIRMED || ALL_CONFIRMED, "BROKEN 3: one branch is confirmed, and another is not\n")
#endif
    }
    PROMISE(credits >= (payment == PAID -> 1 : 0), "BROKEN 5: the order is paid, and nobody gets credit\n");
    PROMISE(credits <= (payment == PAID -> 1 : 0), "BROKEN 5: more credit than paid orders\n")
}

init {
    byte a;
    byte p;
    atomic {
        for (a : 1 .. ATTEMPTS) {
            run Attempt(a);
            run TC(a);
            run Answer(a);
            for (p : 0 .. PARTICIPANTS - 1) {
                run Try(a, p);
                run PhaseTwo(a, p)
            }
        }
#ifndef NO_SWEEPER
        run Sweeper();
#endif
        a = 0;
        p = 0
    }
    atomic {
        timeout ->
        endHalfMessages();
        reconcile();
        deliver();
        checkPromises()
    }
}
