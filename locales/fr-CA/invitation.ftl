# L’invitation : ouverte avec son code, répondue pour le ménage, chaque adresse confirmée.

open-heading = Quel est le code de votre invitation?
open-lead = Il est arrivé par courriel. La personne qui a présenté la demande répond pour toutes celles qui y figurent.
open-invitation = Ouvrir l’invitation
open-code = Code d’invitation
open-code-hint = 12 lettres et chiffres du courriel, comme K7MP‑2XQD‑9RTW. Coller fonctionne
open-no-code = Vous n’avez pas de code, ou il n’est plus valable
open-first = Ouvrez d’abord l’invitation avec son code.

again-heading = Qui a été invité?
again-lead = L’invitation est renvoyée à l’adresse inscrite au dossier, avec un nouveau code. L’ancien n’est alors plus valable.
again-send = Renvoyer l’invitation
again-sent-heading = Regardez dans votre boîte de courriel
again-sent-lead = Si ces renseignements correspondent à une invitation, elle est en route vers l’adresse inscrite au dossier.
again-sent-other = Si rien n’arrive, une autre adresse figure peut-être au dossier. Écrivez à l’adresse d’aide.
sent-again = Modifier et demander de nouveau

answer-heading = Que répondez-vous à l’invitation?
answer-lead = Vous répondez pour toutes les personnes de la demande, jusqu’au { $day }. Vous pouvez changer vos réponses tant que votre compte n’est pas ouvert.
answer-lead-waiting = Vous répondez pour toutes les personnes de la demande. Vous pouvez changer vos réponses tant que votre compte n’est pas ouvert.
answer-in-canada = Êtes-vous au Canada en ce moment?
answer-in-canada-hint = Il s’agit de vous, qui avez présenté la demande
answer-in-canada-yes = Oui, je suis au Canada
answer-in-canada-no = Non, pas encore
answer-in-canada-no-then = L’invitation vous attend. Répondez de nouveau avec le même code une fois au Canada
answer-email-me = Votre adresse de courriel
answer-email-me-hint = Votre nom d’utilisateur et votre mot de passe temporaire y sont envoyés. Personne d’autre ne devrait pouvoir les lire
answer-email = Adresse de courriel
answer-email-own-hint = Nécessaire au compte : le nom d’utilisateur et le mot de passe temporaire de { $name } y sont envoyés
answer-email-other-hint = S’il y en a une. Une famille peut partager une boîte
answer-own = { $name } aura son propre compte
answer-own-then = Seul ce compte montrera alors les étapes de { $name } et permettra de les faire
own-means-heading = Ce que veut dire un compte à soi
own-means-self = Une personne adulte qui a son propre compte ouvre sa session et fait chaque étape elle-même.
own-means-unseen = Dès sa première session, vous ne voyez plus son adresse, sa photo, ses étapes ni ses messages : seulement qu’elle a son propre compte. Ce que vous aviez préparé pour elle est effacé de vos appareils.
own-means-else = Pour les adultes qui n’en ont pas, vous agissez depuis votre compte, comme pour les enfants.
own-means-later = Il peut aussi être demandé plus tard.

check-heading = Ces réponses sont-elles exactes?
check-lead = Un code est envoyé à chaque adresse. Rien d’autre n’y est envoyé avant sa confirmation.
check-lead-outside = Rien n’est envoyé et aucun compte n’est ouvert avant que vous répondiez de nouveau depuis le Canada.
check-send = { $count ->
    [one] Envoyer les réponses et le code
   *[other] Envoyer les réponses et les codes
}
check-send-outside = Dire que je ne suis pas encore au Canada
check-later = Une adresse mal écrite? Vous pourrez encore la changer à la page suivante.
check-no-email = Aucune adresse de courriel
check-own = Aura son propre compte
check-no-own = Vous agissez pour cette personne depuis votre compte
check-incomplete = Revenez à vos réponses. Il y manque quelque chose, ou quelque chose a changé.
check-go-back = Revenir aux réponses

outside-heading = Votre invitation vous attend
outside-lead = Répondez de nouveau une fois au Canada, avec le même code. Il reste valable d’ici là.
outside-keep = Gardez le courriel avec le code d’invitation.
outside-nothing = D’ici là, rien ne vous est envoyé et aucun compte n’est ouvert.
outside-again = Au Canada, ouvrez l’invitation avec son code et répondez de nouveau.
outside-here-now = Je suis maintenant au Canada

codes-heading = Quel code est arrivé par courriel?
codes-lead = { $count ->
    [one] Un code de 6 chiffres a été envoyé à cette adresse. Écrivez-le ou collez-le ici.
   *[other] Un code de 6 chiffres a été envoyé à chacune de ces adresses. Écrivez ceux que vous avez; les autres peuvent attendre.
}
codes-code = Code du courriel
codes-code-hint = 6 chiffres. Coller fonctionne
codes-code-of = Code envoyé à { $email }
codes-until = Pour { $names }. 6 chiffres, valables jusqu’au { $when }
codes-ended = Pour { $names }. Faites envoyer un nouveau code
codes-is-confirmed = est confirmée, pour { $names }
codes-confirmed = L’adresse est confirmée.
codes-tries = { $tries ->
    [one] Il reste { $tries } essai pour ce code.
   *[other] Il reste { $tries } essais pour ce code.
}
codes-used-up = Faites envoyer un nouveau code. Celui-ci a été mal écrit trop souvent.
codes-another = Envoyer un nouveau code
codes-another-sent = Un nouveau code est en route vers { $email }. L’ancien n’est plus valable.
codes-confirm = { $count ->
    [one] Confirmer l’adresse
   *[other] Confirmer les adresses
}
codes-not-here-heading = Pas de code?
codes-junk = Regardez dans le dossier des courriels indésirables et attendez une heure au plus.
codes-mistyped = Si une adresse est mal écrite :
codes-mistyped-go = Changer l’adresse
codes-elsewhere = Si quelqu’un d’autre lit cette boîte, cette personne peut la confirmer sur son propre appareil :
codes-nothing = Répondez d’abord à l’invitation. Un code est ensuite envoyé à chaque adresse.
codes-next-open = Confirmez votre propre adresse : votre compte est alors ouvert.
codes-next-mail = Cherchez le courriel avec votre nom d’utilisateur et un mot de passe temporaire, valable { $days } jours.
codes-next-others = Chaque personne qui aura son propre compte reçoit son propre courriel, une fois son adresse confirmée.
codes-next-sign-in = Ouvrez votre première session avec votre date de naissance et votre IUC, et choisissez votre propre mot de passe.
opened-heading = Votre compte est ouvert
opened-title = Votre adresse est confirmée
opened-text = Votre nom d’utilisateur et votre mot de passe temporaire sont en route vers { $email }.
opened-look = Cherchez ce courriel. Il peut mettre une heure à arriver.
opened-first = Ouvrez votre première session d’ici { $days } jours et choisissez votre propre mot de passe.

confirm-heading = Quelle adresse de courriel confirmez-vous?
confirm-lead = Un code y a été envoyé. La personne qui lit cette boîte écrit ce code ici, sur n’importe quel appareil.
confirm-email-hint = Celle à laquelle le code a été envoyé
confirm-send = Confirmer l’adresse
confirm-new-code = La personne qui a donné l’adresse peut faire envoyer un nouveau code, avec l’invitation ou depuis son compte :
confirm-done-heading = L’adresse est confirmée
confirm-done-lead = Désormais, les courriels au sujet de la demande peuvent aller à { $email }.
confirm-done-account = Si un compte va avec cette adresse, cherchez le courriel avec son nom d’utilisateur et son mot de passe temporaire.
email-address = Adresse de courriel
